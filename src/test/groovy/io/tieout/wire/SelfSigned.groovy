package io.tieout.wire

import java.nio.file.Files
import java.security.KeyStore
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext

/** A TLS socket on loopback with a certificate made a moment ago by the JDK's own keytool: nobody trusts it. */
class SelfSigned {

  static ServerSocket serverSocket() {
    def folder = Files.createTempDirectory('self-signed')
    def file = folder.resolve('store.p12')
    def keytool = "${System.getProperty('java.home')}/bin/keytool"
    def made = [keytool, '-genkeypair', '-alias', 'a', '-keyalg', 'EC', '-dname', 'CN=localhost', '-ext',
                'san=dns:localhost', '-storetype', 'PKCS12', '-keystore', file.toString(), '-storepass', 'changeit'].execute()
    assert made.waitFor() == 0
    def store = KeyStore.getInstance('PKCS12')
    file.toFile().withInputStream { store.load(it, 'changeit'.toCharArray()) }
    folder.toFile().deleteDir()
    def keys = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
    keys.init(store, 'changeit'.toCharArray())
    def context = SSLContext.getInstance('TLS')
    context.init(keys.keyManagers, null, null)
    context.serverSocketFactory.createServerSocket(0, 50, InetAddress.loopbackAddress)
  }
}
