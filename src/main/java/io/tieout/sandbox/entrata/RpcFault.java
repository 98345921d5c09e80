package io.tieout.sandbox.entrata;

/**
 * A call that Entrata refuses.
 *
 * <p>Numeric codes are not published (entrata-api.md 2.5); these are the sandbox's own and mean nothing at a real tenant.
 */
final class RpcFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final int gatewayStatus;

    private RpcFault(int code, int gatewayStatus, String message) {
        super(message, null, false, false);
        this.code = code;
        this.gatewayStatus = gatewayStatus;
    }

    static RpcFault unauthorised() {
        return new RpcFault(110, 401, "Authentication failed.");
    }

    /** A missing permission is reported to give a generic error rather than a 403 (entrata-api.md 2.5). */
    static RpcFault notPermitted() {
        return new RpcFault(113, 200, "An error occurred while processing the request.");
    }

    static RpcFault badRequest(String message) {
        return new RpcFault(300, 400, message);
    }

    static RpcFault badParameter(String name, String expected, String found) {
        return new RpcFault(
                301, 200, "Invalid value for " + name + ": expected " + expected + ", found '" + found + "'.");
    }

    static RpcFault missing(String name) {
        return new RpcFault(302, 200, "The parameter " + name + " is required.");
    }

    static RpcFault refused(String message) {
        return new RpcFault(303, 200, message);
    }

    static RpcFault unknownMethod(String method, String service) {
        return new RpcFault(304, 200, "The method " + method + " does not exist in the service " + service + ".");
    }

    int code() {
        return code;
    }

    /** HTTP status on the gateway; the tenant host always answers 200. */
    int gatewayStatus() {
        return gatewayStatus;
    }
}
