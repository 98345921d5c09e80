package io.tieout.flow.port;

import io.tieout.finding.Findings;
import io.tieout.mapping.MappingVersion;
import java.util.List;
import java.util.Optional;

/** The mapping files, and the versions published from them. */
public interface MappingStore {

    /** Short names of all companies that have a mapping file, in alphabetical order. */
    List<String> companies();

    /**
     * The working file of a company, checked as a whole. Its value is absent when the file cannot be read as a mapping;
     * the findings say why, with file, line and column.
     */
    Findings<Optional<MappingVersion>> working(String company);

    /** The published version that {@code apply} and {@code sync} use. */
    Optional<MappingVersion> published(String company);

    /** The exact bytes of a published version, as evidence. */
    Optional<byte[]> publishedBytes(String hash);

    /** Makes the working file's present content the published version. */
    MappingVersion publish(String company, String author, String approver, String reason);
}
