package io.tieout.store.ledger;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What to measure.
 *
 * @param events rows of new facts, each with its event
 * @param rounds pairs of append and of verify in which the arms alternate
 * @param sqlite whether SQLite is measured
 * @param postgresql whether PostgreSQL is measured
 * @param verify whether the walk is measured too
 * @param folder where the databases are made, in a folder of their own that is emptied before
 */
record BenchOptions(int events, int rounds, boolean sqlite, boolean postgresql, boolean verify, Path folder) {

    static final String USAGE = "usage: bench/run ledger [--events N] [--rounds N]"
            + " [--database sqlite|postgresql|both] [--append-only] [--folder FOLDER]";

    static BenchOptions of(String[] args) {
        int events = 1_000_000;
        int rounds = 20;
        String database = "both";
        boolean verify = true;
        var folder = Path.of("target");
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--events" -> events = Integer.parseInt(value(args, ++i).replace("_", ""));
                case "--rounds" -> rounds = Integer.parseInt(value(args, ++i));
                case "--database" -> database = value(args, ++i).toLowerCase(Locale.ROOT);
                case "--folder" -> folder = Path.of(value(args, ++i));
                case "--append-only" -> verify = false;
                default -> throw new IllegalArgumentException("no option " + args[i] + "; " + USAGE);
            }
        }
        boolean both = database.equals("both");
        var options = new BenchOptions(
                events, rounds, both || database.equals("sqlite"), both || database.equals("postgresql"), verify, folder.toAbsolutePath().resolve("tieout-bench"));
        if (!options.sqlite && !options.postgresql || rounds < 2 || events / rounds < 1_000) {
            throw new IllegalArgumentException(
                    "one database or both, two rounds or more, a thousand events a round or more; " + USAGE);
        }
        return options;
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException(args[at - 1] + " needs a value; " + USAGE);
        }
        return args[at];
    }
}
