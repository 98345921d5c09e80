package io.tieout.plan;

import io.tieout.mapping.Grain;
import java.util.List;

/**
 * Lines that balance together at one grain.
 *
 * @param group the text that names them in a business key, for example {@code type:2026-10-05:AP Charge}
 * @param lines in key order
 */
record Lot(Grain grain, String group, List<Candidate> lines) {}
