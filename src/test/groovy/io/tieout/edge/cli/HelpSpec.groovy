package io.tieout.edge.cli

import picocli.CommandLine
import picocli.CommandLine.Model.CommandSpec
import spock.lang.Specification

class HelpSpec extends Specification {

  def "tieout #name says what it does, shows examples of itself, and prints JSON when asked"() {
    given:
    def usage = new CommandLine(command).getUsageMessage(CommandLine.Help.Ansi.OFF)
    def footer = command.usageMessage().footer().join('\n')

    expect:
    command.usageMessage().description().join(' ').length() > 20
    footer =~ /(?m)^Examples?:$/
    footer.readLines().count { it =~ /^  tieout ${name}\b/ } >= 1
    usage.readLines().every { it.length() <= 120 }
    command.optionsMap().containsKey('--help')

    and: 'a group of commands prints nothing itself'
    command.optionsMap().containsKey('--json') || !command.subcommands().isEmpty()

    where:
    [name, command] << commands(new CommandLine(new TieoutCommand()).commandSpec, '')
  }

  def "there are all the commands of this release"() {
    expect:
    commands(new CommandLine(new TieoutCommand()).commandSpec, '')*.get(0) as Set == ['demo', 'init', 'doctor', 'status', 'runs', 'pull', 'plan',
        'apply', 'sync', 'resolve', 'write-back', 'tie-out', 'explain', 'release', 'exclude', 'verify', 'export', 'mapping', 'mapping lint',
        'mapping explain', 'mapping publish', 'sandbox'] as Set
  }

  def "the help of the top names every exit code"() {
    given:
    def top = new CommandLine(new TieoutCommand()).commandSpec.usageMessage().footer().join('\n')

    expect:
    (io.tieout.finding.Category.values()*.exitCode() as Set).every { top =~ /[ ;:] ?$it / }
  }

  private static List<List> commands(CommandSpec top, String before) {
    top.subcommands().findAll { it.key == it.value.commandName && it.key != 'help' }.collectMany { name, line ->
      [[before + name, line.commandSpec]] + commands(line.commandSpec, before + name + ' ')
    }
  }
}
