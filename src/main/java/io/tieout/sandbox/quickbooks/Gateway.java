package io.tieout.sandbox.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.sandbox.script.SandboxAnswer;
import java.time.Instant;

/**
 * What stands in front of the API: authentication, access and throttling, refused in a shape of their own with a lower
 * case {@code fault} [R].
 */
final class Gateway {
    private Gateway() {}

    /** 401 for a token that is unknown or has expired; QuickBooks does not tell the two apart. */
    static SandboxAnswer unauthorized(Instant now) {
        return fault(401, "AuthenticationFailed", "003200", "Token expired: AB0173sandbox", "AUTHENTICATION", now);
    }

    /** 403 for a good token of another company. */
    static SandboxAnswer forbidden(Instant now) {
        return fault(403, "ApplicationAuthorizationFailed", "003100", "", "AUTHORIZATION", now);
    }

    /** 429 with type SERVICE, as recorded. */
    static SandboxAnswer throttled(Instant now) {
        return fault(429, "ThrottleExceeded", "003001", "The request limit was reached.", "SERVICE", now);
    }

    private static SandboxAnswer fault(int status, String word, String code, String detail, String type, Instant now) {
        ObjectNode body = Json.object();
        body.putNull("warnings");
        body.putNull("intuitObject");
        ObjectNode fault = body.putObject("fault");
        ObjectNode error = fault.putArray("error").addObject();
        error.put("message", "message=" + word + "; errorCode=" + code + "; statusCode=" + status);
        if (detail.isEmpty()) {
            error.putNull("detail");
        } else {
            error.put("detail", detail);
        }
        error.put("code", code.substring(2));
        error.putNull("element");
        fault.put("type", type);
        body.putNull("report");
        body.putNull("queryResponse");
        body.putArray("batchItemResponse");
        body.putArray("attachableResponse");
        body.putNull("syncErrorResponse");
        body.putNull("requestId");
        body.put("time", now.toEpochMilli());
        body.putNull("status");
        body.putArray("cdcresponse");
        return SandboxAnswer.json(status, Json.text(body));
    }

    /** 500 of the API itself [I: SystemFault, 10000]. */
    static SandboxAnswer failed(Instant now) {
        ObjectNode body = Json.object();
        ObjectNode fault = body.putObject("Fault");
        fault.putArray("Error")
                .addObject()
                .put("Message", "An application error has occurred while processing your request")
                .put("Detail", "System Failure Error: an unexpected failure")
                .put("code", "10000")
                .put("element", "");
        fault.put("type", "SystemFault");
        body.put("time", Stamps.millis(now));
        return SandboxAnswer.json(500, Json.text(body));
    }
}
