package io.tieout.selftest.kill

import io.tieout.flow.port.Progress
import java.util.function.Consumer
import spock.lang.Specification

/** Real processes, killed with SIGKILL at boundaries of a night, restarted, run to rest and judged. */
class KillEverywhereSpec extends Specification {

  static final int KILLS = Integer.getInteger('stories.kills', 24)

  def "a night killed at any of #KILLS boundaries loses nothing, doubles nothing and posts nothing unexpected"() {
    when:
    def report = new KillEverywhere('', Progress.SILENT).run(KILLS, { } as Consumer)

    then:
    report.violations() == []
    report.notReached() == []
    report.kills() == report.points()
    [report.lost(), report.duplicated(), report.unexpected()] == [0, 0, 0]
    report.recovered() > 0
    report.clean()
  }
}
