package io.tieout.target.quickbooks;

import com.intuit.ipp.core.Context;
import com.intuit.ipp.core.ServiceType;
import com.intuit.ipp.exception.FMSException;
import com.intuit.ipp.interceptors.Interceptor;
import com.intuit.ipp.interceptors.IntuitInterceptorProvider;
import com.intuit.ipp.interceptors.IntuitMessage;
import com.intuit.ipp.interceptors.SerializeInterceptor;
import com.intuit.ipp.security.OAuth2Authorizer;
import com.intuit.ipp.services.DataService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Intuit's service class with its transport taken out: a call runs through the SDK's own preparing and serialising
 * steps and ends with the bytes in hand. Nothing is compressed, connected or sent, and no token is needed.
 *
 * <p>Make one per rendering: the SDK's {@code Context} is mutable and loses request ids when shared.
 */
final class CapturingDataService extends DataService {

    private byte @Nullable [] captured;

    CapturingDataService() throws FMSException {
        // The realm and the token are never sent; the SDK refuses to build a context without them.
        super(new Context(new OAuth2Authorizer("no-token"), ServiceType.QBO, "no-realm"));
    }

    /** The body the last call would have sent, uncompressed. */
    byte[] captured() {
        if (captured == null) {
            throw new IllegalStateException("Intuit's SDK has rendered no body");
        }
        return captured;
    }

    @Override
    protected void executeInterceptors(IntuitMessage message) throws FMSException {
        new CapturingChain().executeInterceptors(message);
    }

    @Override
    protected void executeInterceptors(List<IntuitMessage> messages) {
        throw new IllegalStateException("Uploads are not rendered here");
    }

    @Override
    protected void executeAsyncInterceptors(IntuitMessage message) {
        throw new IllegalStateException("Asynchronous calls are not rendered here");
    }

    /** The SDK's steps up to and with serialising, then our last one; compression and connection are dropped. */
    private final class CapturingChain extends IntuitInterceptorProvider {

        CapturingChain() {
            List<Interceptor> steps = new ArrayList<>();
            for (Interceptor step : getRequestInterceptors()) {
                steps.add(step);
                if (step instanceof SerializeInterceptor) {
                    break;
                }
            }
            steps.add(message ->
                    captured = message.getRequestElements().getSerializedData().getBytes(StandardCharsets.UTF_8));
            setRequestInterceptors(steps);
        }

        @Override
        public void executeInterceptors(IntuitMessage message) throws FMSException {
            executeRequestInterceptors(message);
        }
    }
}
