package io.tieout.store.mapping;

import io.tieout.finding.Finding;
import io.tieout.finding.Stopped;
import io.tieout.mapping.CanonicalMapping;
import io.tieout.mapping.MappingCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The folder with the working files, one for each target company. */
final class MappingFolder {

    private final Path folder;
    private final Map<String, Heading> headings = new ConcurrentHashMap<>();

    MappingFolder(Path folder) {
        this.folder = folder;
    }

    String name() {
        return folder.toString();
    }

    /** Every mapping file, in alphabetical order; none when there is no folder yet. */
    List<WorkingFile> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.list(folder)) {
            return paths.filter(MappingFolder::isMapping)
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean isMapping(Path path) {
        var name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(".yml") || name.endsWith(".yaml")) && !name.startsWith(".") && Files.isRegularFile(path);
    }

    private WorkingFile read(Path path) {
        try {
            // One byte over the limit is enough to be told that the file is too large.
            byte[] bytes;
            try (var in = Files.newInputStream(path)) {
                bytes = in.readNBytes(YamlText.BYTES_MAX + 1);
            }
            var heading =
                    headings.computeIfAbsent(CanonicalMapping.sha256(bytes), hash -> MappingReader.heading(bytes));
            return new WorkingFile(path.toString(), stem(path), bytes, heading);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static String stem(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    static Stopped unreadable(Path path, IOException e) {
        return new Stopped(Finding.of(
                MappingCode.FILE_UNREADABLE,
                path.toString(),
                "a file or folder that can be read and written",
                words(e),
                "check that it exists and who may use it"));
    }

    private static String words(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "nothing there";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        var reason = e instanceof FileSystemException system ? system.getReason() : null;
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /**
     * @param company the company it names
     * @param companyKey the target and its company id
     */
    record Heading(Optional<String> company, Optional<String> companyKey) {}

    /**
     * @param name for messages
     * @param stem file name without its ending
     */
    record WorkingFile(String name, String stem, byte[] bytes, Heading heading) {

        /** The company it is for; the file's own name while the company cannot be read in it. */
        String company() {
            return heading.company().orElse(stem);
        }
    }
}
