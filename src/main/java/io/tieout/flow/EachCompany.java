package io.tieout.flow;

import io.tieout.finding.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Works company by company: what stops one does not stop the others, unless a promise is broken. */
public final class EachCompany {

    private EachCompany() {}

    /**
     * @param done results of those that were not stopped, in order
     */
    public record Outcome<T>(List<T> done, List<Stop> stops) {

        public Outcome {
            done = List.copyOf(done);
            stops = List.copyOf(stops);
        }

        /** The results; throws {@link Stopped} with every cause where all were stopped. */
        public List<T> orStopped() {
            if (done.isEmpty() && !stops.isEmpty()) {
                throw EachCompany.stopped(stops);
            }
            return done;
        }
    }

    public static <T> Outcome<T> of(List<String> companies, Function<String, T> work) {
        var done = new ArrayList<T>();
        var stops = new ArrayList<Stop>();
        for (var i = 0; i < companies.size(); i++) {
            try {
                done.add(work.apply(companies.get(i)));
            } catch (Stopped stopped) {
                var stop = new Stop(List.of(companies.get(i)), stopped.findings());
                if (stop.breaksAll()) {
                    stops.add(new Stop(companies.subList(i, companies.size()), stopped.findings()));
                    break;
                }
                stops.add(stop);
            }
        }
        return new Outcome<>(done, stops);
    }

    static Stopped stopped(List<Stop> stops) {
        return new Stopped(stops.stream().flatMap(s -> s.findings().stream()).toList());
    }
}
