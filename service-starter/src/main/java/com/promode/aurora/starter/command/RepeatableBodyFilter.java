package com.promode.aurora.starter.command;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the JSON body of a write, so that the command can be run again after a deadlock and compared under an
 * Idempotency-Key, and holds the answer back until its transaction has committed. Refuses a body that is too large.
 */
class RepeatableBodyFilter extends OncePerRequestFilter {

    private final DataSize most;

    RepeatableBodyFilter(DataSize most) {
        this.most = most;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var contentType = request.getContentType();
        return request.getMethod().equals("GET")
                || contentType != null && contentType.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(new RepeatableBody(request, most), held);
        held.copyBodyToResponse();
    }

    /** A request whose body can be read any number of times; it is fetched when it is first asked for. */
    static final class RepeatableBody extends HttpServletRequestWrapper {

        private final DataSize most;
        private byte @Nullable [] body;

        RepeatableBody(HttpServletRequest request, DataSize most) {
            super(request);
            this.most = most;
        }

        byte[] body() throws IOException {
            if (body == null) {
                var limit = (int) most.toBytes();
                if (getContentLengthLong() > limit) {
                    throw new MaxUploadSizeExceededException(limit);
                }
                var read = super.getInputStream().readNBytes(limit + 1);
                if (read.length > limit) {
                    throw new MaxUploadSizeExceededException(limit);
                }
                body = read;
            }
            return body;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BodyStream(body());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class BodyStream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        BodyStream(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is read in one piece");
        }
    }
}
