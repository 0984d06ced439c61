package com.promode.aurora.auth.audit;

import com.promode.aurora.auth.audit.ChainCheck.Break;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain has found.
 *
 * @param valid whether all that was checked holds
 * @param complete whether the walk has reached the end of the chain
 * @param checked how many rows
 * @param firstPosition of the walk
 * @param lastPosition of the walk, one before the first when there was nothing to check
 * @param expiredPosition of the last row that has expired and is gone by right, 0 when none has
 * @param headPosition of the chain's last row when the walk began
 * @param headHash of that row: noted elsewhere, it proves later that nobody has written the whole chain anew
 * @param breaks in order of position; the walk stops at 100
 * @param nextCursor to go on from, null at the end
 */
record VerificationView(
        boolean valid,
        boolean complete,
        long checked,
        long firstPosition,
        long lastPosition,
        long expiredPosition,
        long headPosition,
        String headHash,
        List<Break> breaks,
        @Nullable String nextCursor,
        Instant verifiedAt) {}
