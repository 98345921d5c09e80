package io.tieout.store.sql;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files and folders with somebody's books in them: made so that only their owner may read them, from the first moment.
 *
 * <p>Modes are 0600 and 0700 where the file system knows modes (POSIX); elsewhere the rights of the folder hold. SQLite
 * gives {@code -wal} and {@code -shm} the mode of the database beside them.
 */
public final class PrivateFile {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFile() {}

    /** Makes a folder and those above it that are missing; one that is there keeps its mode. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, mode(folder, FOLDER));
    }

    /** Makes an empty file; one that is there stays as it is. */
    public static void make(Path file) throws IOException {
        try {
            Files.createFile(file, mode(file, FILE));
        } catch (FileAlreadyExistsException there) {
            // Whoever made it chose its mode; see wider().
            return;
        }
    }

    /** Opens a file, made where it is missing. */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        make(file);
        return FileChannel.open(file, options);
    }

    /** Writes a file anew: what stood in it is gone, and only its owner may read it from now on. */
    public static OutputStream write(Path file) throws IOException {
        make(file);
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, FILE);
        }
        return Channels.newOutputStream(
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /** The folder and everything in it that others than the owner may use in any way; none where there are no modes. */
    public static List<Path> wider(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || !isPosix(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(PrivateFile::isWide).sorted().toList();
        }
    }

    private static boolean isWide(Path path) {
        try {
            var others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            others.removeAll(FOLDER);
            return !others.isEmpty();
        } catch (IOException | IllegalArgumentException goneOrNoRights) {
            // A journal may vanish while we look; a file without any right is open to nobody.
            return false;
        }
    }

    private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> mode) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
