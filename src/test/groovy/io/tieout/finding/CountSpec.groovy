package io.tieout.finding

import groovy.io.FileType
import spock.lang.Specification

class CountSpec extends Specification {

  def "#number is written as a person writes it: #words"() {
    expect:
    Count.of(number, 'document') == words

    where:
    number    || words
    0         || '0 documents'
    1         || '1 document'
    2         || '2 documents'
    999       || '999 documents'
    1000      || '1,000 documents'
    1234567   || '1,234,567 documents'
    -1        || '-1 documents'
    -1234     || '-1,234 documents'
  }

  def "nouns with a plural of their own, and whole phrases"() {
    expect:
    Count.of(1, 'property', 'properties') == '1 property'
    Count.of(3, 'property', 'properties') == '3 properties'
    Count.of(1, 'id is', 'ids are') + ' unmarked' == '1 id is unmarked'
  }

  // EntryWriter's memos stand in posted entries and speak of several lines only.
  def "nowhere does the product glue a plural to a number that may be one"() {
    given:
    def glued = ~/[a-z)]\s*\+ " (documents|lines|calls|ids|source ids|events|blocks|chains|streams|faults|findings|figures|properties|accounts|classes|files|groups|codes)\b/
    def texts = [:]
    new File('src/main/java/io/tieout').eachFileRecurse(FileType.FILES) {
      if (!it.path.contains('/sandbox/') && !it.path.contains('/selftest/') && !it.path.contains('/chain/') && it.name.endsWith('.java') && it.name != 'EntryWriter.java') {
        texts[it.name] = it.getText('UTF-8').readLines().findAll { l -> !l.contains('Exception(') && !l.contains('company() + "') }.join('\n')
      }
    }

    expect:
    texts.size() > 200
    texts.findAll { name, text -> glued.matcher(text).find() }.keySet() == [] as Set
  }
}
