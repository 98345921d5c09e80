package io.tieout.chain

import io.tieout.plan.Environment

/** Small chains for specs. */
class Chains {

  static final String STREAM = 'org/demo'

  static ChainEvent event(long number, int textLength = 20) {
    ChainEvent.of(EventKind.FACT_SEEN,
        new PayloadWriter().text('x' * textLength).integer(number * 100).finish())
  }

  /** A genesis block, then blocks of the given sizes. */
  static List<ChainBlock> blocks(List<Integer> sizes, String stream = STREAM) {
    def builder = new BlockBuilder(StreamTip.beforeGenesis(stream))
    builder.add(new Genesis(Environment.SANDBOX, 'installation-1', stream).toEvent())
    def blocks = [builder.seal(1, 1_000_000)]
    long number = 0
    sizes.eachWithIndex { size, index ->
      size.times { builder.add(event(number++, 5 + (int) (number % 40))) }
      blocks << builder.seal(1 + (index >> 3), 2_000_000 + index)
    }
    return blocks
  }

  static ChainWalk walk(Iterable<ChainBlock> blocks, String stream = STREAM) {
    def walk = new ChainWalk(stream)
    blocks.each { walk.next(it) }
    return walk
  }

  static ChainBlock copy(Map<String, Object> changes, ChainBlock block) {
    new ChainBlock(
        (changes.stream ?: block.stream()) as String,
        (changes.containsKey('blockNo') ? changes.blockNo : block.blockNo()) as long,
        (changes.containsKey('firstSeq') ? changes.firstSeq : block.firstSeq()) as long,
        (changes.containsKey('eventCount') ? changes.eventCount : block.eventCount()) as int,
        (changes.containsKey('epoch') ? changes.epoch : block.epoch()) as long,
        (changes.containsKey('committedAtMicros') ? changes.committedAtMicros : block.committedAtMicros()) as long,
        (changes.body ?: block.body()) as byte[],
        (changes.leaves ?: block.leaves()) as byte[],
        (changes.head ?: block.head()) as byte[])
  }

  static byte[] flip(byte[] bytes, int bit) {
    def copy = bytes.clone()
    copy[bit >> 3] = (byte) (copy[bit >> 3] ^ (1 << (bit & 7)))
    return copy
  }
}
