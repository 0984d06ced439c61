package com.promode.aurora.inventory.product;

import com.promode.aurora.starter.web.BusinessException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products by the file. Media types are looked at here and not in the mapping, which would come before the permission. */
@RestController
@RequestMapping("/api/warehouse/products")
class ProductFileController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ProductImportService imports;
    private final ProductExportQueries exports;

    ProductFileController(ProductImportService imports, ProductExportQueries exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @PostMapping("/import")
    @PreAuthorize("hasAuthority('products:write')")
    ImportReport take(
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody byte[] file)
            throws HttpMediaTypeNotSupportedException {
        if (!isCsv(contentType)) {
            throw new HttpMediaTypeNotSupportedException(String.valueOf(contentType));
        }
        return imports.run(text(file), dryRun);
    }

    @GetMapping("/export")
    @PreAuthorize("hasAuthority('products:read')")
    void give(HttpServletResponse response) throws IOException {
        var lines = exports.after("");
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"products.csv\"");
        try (var csv = new CSVPrinter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), ProductFile.FORMAT)) {
            csv.printRecord(ProductCells.header());
            while (!lines.isEmpty()) {
                for (var line : lines) {
                    csv.printRecord(line.cells().stream().map(ProductFile::guarded));
                }
                lines = exports.after(lines.getLast().code());
            }
        }
    }

    private static boolean isCsv(@Nullable String contentType) {
        try {
            return contentType != null && CSV.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException ignored) {
            return false;
        }
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw BusinessException.malformed("The body is not UTF-8");
        }
    }
}
