package io.tieout.sandbox.entrata.office;

import java.util.Set;
import java.util.TreeSet;

/**
 * One API key, or the Basic user beside it, with what it may not reach.
 *
 * <p>Clients grant a key methods and properties one by one (entrata-api.md 2.2); the sandbox keeps the withdrawals, so that a
 * fresh key reaches everything.
 */
public final class AccessKey {

    private final String key;
    private final String user;
    private final String password;
    private final Set<String> deniedMethods = new TreeSet<>();
    private final Set<Long> deniedProperties = new TreeSet<>();
    private boolean revoked;

    public AccessKey(String key, String user, String password) {
        this.key = key;
        this.user = user;
        this.password = password;
    }

    public String key() {
        return key;
    }

    public boolean matchesKey(String presented) {
        return !revoked && key.equals(presented);
    }

    public boolean matchesBasic(String presentedUser, String presentedPassword) {
        // Some callers put the key into Basic under the literal user X-Api-Key (entrata-api.md 2.2).
        var asKey = "x-api-key".equalsIgnoreCase(presentedUser) && key.equals(presentedPassword);
        return !revoked && (asKey || user.equals(presentedUser) && password.equals(presentedPassword));
    }

    public boolean mayCall(String method) {
        return !deniedMethods.contains(method);
    }

    public boolean maySee(long propertyId) {
        return !deniedProperties.contains(propertyId);
    }

    public void revoke() {
        revoked = true;
    }

    public void restore() {
        revoked = false;
        deniedMethods.clear();
        deniedProperties.clear();
    }

    public void denyMethod(String method) {
        deniedMethods.add(method);
    }

    public void denyProperty(long propertyId) {
        deniedProperties.add(propertyId);
    }
}
