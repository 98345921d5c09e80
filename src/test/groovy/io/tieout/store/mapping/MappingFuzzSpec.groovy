package io.tieout.store.mapping

import io.tieout.mapping.CanonicalMapping
import io.tieout.mapping.LintContext
import io.tieout.mapping.Linter
import spock.lang.Specification

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

/** Spoils the demo files at random: whatever comes out is a mapping or a message with a place, never a stack trace. */
class MappingFuzzSpec extends Specification {

  static final List<String> PIECES = [
      ':', ': ', '- ', '#', '"', "'", '[', ']', '{', '}', '&a ', '*a', '!x ', '|', '>', '%', '@', '`', '\t', '\n', '\n\n', ' ', '  ', '\r', '\u0000', '\uFEFF',
      '\u2028', '\uD83D\uDE00', '---\n', '...\n', '? ', '<<: ', '..', '*', 'id:', '\\', '~', 'null', '%YAML 9.9\n', '0', '99999999999999999999']

  def "spoilt demo files end in a finding with its place: #name, seed #seed"() {
    given:
    def random = new Random(seed)
    def sound = Files.readString(Path.of('mappings', name)).readLines().findAll { !it.strip().startsWith('#') }.join('\n') + '\n'

    expect:
    300.times {
      def bytes = spoil(sound, random)
      def read = MappingReader.read('demo.yml', bytes)
      assert read.value().present != read.hasErrors()
      read.findings().each { finding ->
        assert finding.place() ==~ /demo\.yml:[1-9]\d*:[1-9]\d*/
        assert [finding.expected(), finding.found(), finding.next()].every { text -> text && !text.contains('\n') && text.length() < 400 }
        assert !finding.text().contains('org.snakeyaml') && !finding.text().contains('java.')
      }
      read.value().ifPresent { mapping ->
        assert CanonicalMapping.hash(mapping).length() == 64
        assert Linter.lint(mapping, LintContext.none()) != null
      }
    }

    where:
    [name, seed] << [['demo-accrual.yml', 'demo-cash.yml'], 1..5].combinations()
  }

  def "bytes of any kind end in a finding with its place"() {
    given:
    def random = new Random(7)

    expect:
    500.times {
      def bytes = new byte[random.nextInt(200)]
      random.nextBytes(bytes)
      assert MappingReader.read('demo.yml', bytes).findings().every { it.place() ==~ /demo\.yml:\d+:\d+/ }
      assert MappingReader.read('demo.yml', bytes).hasErrors()
    }
  }

  private static byte[] spoil(String sound, Random random) {
    def text = new StringBuilder(sound)
    (1 + random.nextInt(4)).times {
      def at = random.nextInt(text.length())
      switch (random.nextInt(5)) {
        case 0: text.insert(at, PIECES[random.nextInt(PIECES.size())]); break
        case 1: text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(8))); break
        case 2: text.setCharAt(at, PIECES[random.nextInt(PIECES.size())].charAt(0)); break
        case 3: text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(60)))); break
        default: swapLines(text, random)
      }
    }
    def bytes = text.toString().getBytes(StandardCharsets.UTF_8)
    if (random.nextInt(10) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256)
    }
    bytes
  }

  private static void swapLines(StringBuilder text, Random random) {
    def lines = text.toString().readLines()
    Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()))
    text.setLength(0)
    text.append(lines.join('\n')).append('\n')
  }
}
