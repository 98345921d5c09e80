package io.tieout.store.mapping

/** A small sound mapping file, to be spoilt one thing at a time. */
class MappingFiles {

  static final String SOUND = '''\
tieout: 1
binding:
  company: oak
  organisation: demopm
  source: entrata-demo
  target: quickbooks
  connection: quickbooks-oak
  company-id: "9341450000000009"
  currency: USD
  fiscal-year-start: 1
property-defaults:
  basis: accrual
  book: 616
  tree: 7001
  flow: gl
  cutover: 2026-10
  opening: post
properties:
  - id: 510001
    name: Cedar Ridge Apartments
    class: Cedar Ridge
  - id: 510002
    name: Harbor Point Lofts
    class: Harbor Point
    blackout-days:
      - 1
      - 31
rules:
  default:
    gl-accounts:
      1010-0000: 1010
      "0100": 0100
      4030-0000:
        account: 4030
        from: 2026-10
  company:
    gl-accounts:
      8*:
        exclude: closing entries
  property:
    510001:
      gl-accounts:
        9999-0000:
          hold: ask Ana
  exception:
    - property: 510002
      gl-account: 1010-0000
      account: 1011
controls:
  cash:
    - 1010-0000
opening-equity: 3200
policies:
  unmapped: hold
  grain: type
  guard-rails:
    document-max: 100000.00
'''

  /** The file with one piece replaced; the piece must be there, once. */
  static String with(String piece, String other) {
    assert SOUND.count(piece) == 1
    SOUND.replace(piece, other)
  }

  /** The file without the lines that begin so. */
  static String without(String... beginnings) {
    SOUND.readLines().findAll { line -> !beginnings.any { line.strip().startsWith(it) } }.join('\n') + '\n'
  }
}
