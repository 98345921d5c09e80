package io.tieout.chain

import static io.tieout.chain.Chains.blocks
import static io.tieout.chain.Chains.copy
import static io.tieout.chain.Chains.flip
import static io.tieout.chain.Chains.walk

import io.tieout.chain.ChainFault.Kind
import io.tieout.plan.Environment
import spock.lang.Specification

class ChainWalkSpec extends Specification {

  def "an untouched chain walks to its tip and knows its genesis"() {
    when:
    def walk = walk(blocks([3, 1, 40]))

    then:
    walk.fault().empty
    walk.tip().nextBlockNo() == 4
    walk.tip().nextSeq() == 46
    walk.genesis().get() == new Genesis(Environment.SANDBOX, 'installation-1', Chains.STREAM)
  }

  def "a head is SHA-256 of previous head, header and leaves, as the paper says"() {
    given:
    def chain = blocks([2])
    def block = chain[1]

    when:
    def digest = java.security.MessageDigest.getInstance('SHA-256')
    def out = new ByteArrayOutputStream()
    def data = new DataOutputStream(out)
    data.write(chain[0].head())
    data.writeBytes('TOB1')
    data.write(digest.digest(Chains.STREAM.bytes))
    data.writeLong(1)
    data.writeLong(2)
    data.writeInt(2)
    data.writeLong(1)
    data.writeLong(2_000_000)
    data.writeLong(block.body().length)
    int first = java.nio.ByteBuffer.wrap(block.body()).getInt(0) + 4
    data.write(digest.digest(block.body()[0..<first] as byte[]))
    data.write(digest.digest(block.body()[first..-1] as byte[]))

    then:
    digest.digest(out.toByteArray()) == block.head()
  }

  def "every single bit of body and leaves, flipped, is named by its event"() {
    given:
    def chain = blocks([2, 3, 2])
    def sizes = frameSizes(chain[2].body())

    expect:
    (0..<chain[2].body().length * 8).every { bit ->
      def fault = walk(replaced(chain, 2, copy(chain[2], body: flip(chain[2].body(), bit)))).fault().get()
      fault.kind() == Kind.EVENT && fault.blockNo() == 2 && fault.seq() == 4 + eventAt(sizes, bit >> 3)
    }
    (0..<chain[2].leaves().length * 8).every { bit ->
      def fault = walk(replaced(chain, 2, copy(chain[2], leaves: flip(chain[2].leaves(), bit)))).fault().get()
      fault.kind() == Kind.LEAF && fault.blockNo() == 2 && fault.seq() == 4 + (bit >> 8)
    }
    (0..<256).every { bit ->
      def fault = walk(replaced(chain, 2, copy(chain[2], head: flip(chain[2].head(), bit)))).fault().get()
      fault.kind() == Kind.HEADER_OR_HEAD && fault.blockNo() == 2
    }
  }

  def "a changed #field is found in its own block"() {
    given:
    def chain = blocks([2, 3, 2])

    expect:
    (0..<bits).every { bit ->
      def block = chain[2]
      def fault = walk(replaced(chain, 2, copy([(field): block."$field"() ^ (1L << bit)], block))).fault().get()
      // A changed block number shows as a missing or repeated block at the place where block 2 should stand.
      fault.blockNo() == 2 && fault.kind() in kinds && fault.seq() == 4 + offset(fault.kind())
    }

    where:
    field               | bits | kinds
    'blockNo'           | 63   | [Kind.BLOCK_MISSING, Kind.BLOCK_REPEATED]
    'firstSeq'          | 63   | [Kind.FIRST_SEQ]
    'eventCount'        | 31   | [Kind.EVENT_COUNT]
    'epoch'             | 63   | [Kind.EPOCH, Kind.HEADER_OR_HEAD]
    'committedAtMicros' | 63   | [Kind.HEADER_OR_HEAD]
  }

  def "a chain of changed order is named: #what"() {
    given:
    def chain = blocks([2, 3, 2])

    when:
    def fault = walk(order.collect { chain[it] }).fault().get()

    then:
    fault.kind() == kind
    fault.blockNo() == blockNo
    fault.sentence().startsWith("stream org/demo, block $blockNo, event ")

    where:
    what                   | order           || kind                | blockNo
    'a missing block'      | [0, 1, 3]       || Kind.BLOCK_MISSING  | 2
    'a missing genesis'    | [1, 2, 3]       || Kind.BLOCK_MISSING  | 0
    'a repeated block'     | [0, 1, 1, 2, 3] || Kind.BLOCK_REPEATED | 2
    'two blocks exchanged' | [0, 2, 1, 3]    || Kind.BLOCK_MISSING  | 1
  }

  def "blocks of another stream, or of another chain of the same name, do not fit in"() {
    given:
    def chain = blocks([2, 3])
    def other = blocks([2, 3], 'org/other')
    def sameName = blocks([3, 2])

    expect:
    walk([chain[0], chain[1], other[2]]).fault().get().kind() == Kind.STREAM
    walk([chain[0], chain[1], copy(other[2], stream: Chains.STREAM)]).fault().get().kind() == Kind.HEADER_OR_HEAD
    walk([sameName[0], sameName[1], sameName[2]]).fault().empty
    walk([chain[0], sameName[1], chain[2]]).fault().get().kind() == Kind.FIRST_SEQ
  }

  def "a stream must begin with its own genesis"() {
    given:
    def builder = new BlockBuilder(StreamTip.beforeGenesis(Chains.STREAM))
    builder.add(event)

    expect:
    walk([builder.seal(1, 1)]).fault().get().kind() == Kind.GENESIS

    where:
    event << [Chains.event(1), new Genesis(Environment.PRODUCTION, 'i', 'org/other').toEvent()]
  }

  def "a block holds at most 1,000 events or 1 MiB"() {
    given:
    def builder = new BlockBuilder(StreamTip.beforeGenesis(Chains.STREAM))

    when:
    1000.times { builder.add(Chains.event(it)) }

    then:
    !builder.fits(Chains.event(1000))

    when:
    builder.seal(1, 1)
    int added = 0
    while (builder.fits(Chains.event(added, 60_000))) {
      builder.add(Chains.event(added++, 60_000))
    }

    then:
    added == 17
    builder.seal(1, 1).body().length <= 1 << 20

    when: "one event alone is too large"
    def writer = new PayloadWriter()
    20.times { writer.text('x' * 60_000) }
    ChainEvent.of(EventKind.HOLD, writer.finish())

    then:
    thrown(IllegalArgumentException)
  }

  def "a commit that did not happen leaves the builder where it was"() {
    given:
    def builder = new BlockBuilder(StreamTip.beforeGenesis(Chains.STREAM))
    builder.add(new Genesis(Environment.SANDBOX, 'i', Chains.STREAM).toEvent())
    def genesis = builder.seal(1, 1)
    def tip = builder.tip()

    when:
    builder.add(Chains.event(1))
    builder.seal(1, 2)
    builder.add(Chains.event(2))
    builder.rewind(tip)
    builder.add(Chains.event(3))

    then:
    walk([genesis, builder.seal(1, 3)]).fault().empty
  }

  private static List<ChainBlock> replaced(List<ChainBlock> chain, int index, ChainBlock block) {
    def copy = new ArrayList<>(chain)
    copy[index] = block
    return copy
  }

  private static List<Integer> frameSizes(byte[] body) {
    def sizes = []
    int offset = 0
    while (offset < body.length) {
      int size = java.nio.ByteBuffer.wrap(body).getInt(offset) + 4
      sizes << size
      offset += size
    }
    return sizes
  }

  private static int eventAt(List<Integer> sizes, int offset) {
    int index = 0
    int end = sizes[0]
    while (offset >= end) {
      end += sizes[++index]
    }
    return index
  }

  /** A wrong count is named at the first event that is one too many or missing, here after all three. */
  private static int offset(Kind kind) {
    kind == Kind.EVENT_COUNT ? 3 : 0
  }
}
