package com.promode.aurora.notification.socket;

import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A kind of socket; each feature that pushes has one as a bean. */
public interface Channel {

    /** Path pattern at which it is opened; also its name. */
    String path();

    /**
     * What the caller will listen to.
     *
     * @param variables of the path
     * @throws BusinessException when the caller may not
     */
    Audience admit(Caller caller, Map<String, String> variables);

    /**
     * What the audience has been told after a message, oldest first; called for the audience's tenant, when what is told
     * from now on already reaches the socket. May hold what the socket hears anyway: it says nothing twice.
     *
     * @param limit how many of the newest at most
     */
    List<SocketMessage> missed(Audience audience, UUID since, int limit);
}
