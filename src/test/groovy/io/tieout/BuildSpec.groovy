package io.tieout

import spock.lang.Specification

class BuildSpec extends Specification {
  def "the build compiles and runs specs"() {
    expect:
    Runtime.version().feature() >= 17
  }
}
