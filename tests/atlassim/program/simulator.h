// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/atlasapi.h"
#include "tests/atlassim/api/controlapi.h"
#include "tests/atlassim/api/exportclock.h"
#include "tests/atlassim/api/listshifter.h"
#include "tests/atlassim/api/oauthapi.h"
#include "tests/atlassim/http/authenticator.h"
#include "tests/atlassim/http/faultqueue.h"
#include "tests/atlassim/http/httpfront.h"
#include "tests/atlassim/http/seenrequest.h"

#include <QUrl>

#include <memory>
#include <optional>

namespace atlassim {

/// A server on 127.0.0.1 that behaves as Atlas does, with faults on demand.
/// Lives in the thread it was made in and needs its event loop; never blocks it.
class Simulator : public QObject
{
    Q_OBJECT

public:
    explicit Simulator(World world, const Options &options = {}, QObject *parent = nullptr);
    ~Simulator() override;

    /// Serves HTTPS from the next listen() on. False if a file holds no certificate or key (PEM).
    bool useTls(const QString &certificateFile, const QString &keyFile);

    /// Port 0 picks a free one. False if the port is taken.
    bool listen(quint16 port = 0);

    /// Drops every connection, answered or not.
    void close();

    /// Such as `http://127.0.0.1:40123`; empty while it does not listen.
    QUrl baseUrl() const;

    World &world() { return m_world; }
    Options &options() { return m_options; }

    void addFault(const Fault &fault);
    void clearFaults();

    /// Lists of buckets shift from now on while they are read.
    void addShift(const ListShift &shift);
    void clearShifts();

    /// Every request but those to `/_sim/`, in the order they came.
    QList<SeenRequest> seenRequests() const;
    void clearSeenRequests();

    int liveTokenCount();
    void expireTokens();
    void expireNonces();
    void refillRateLimits();

Q_SIGNALS:
    /// Not for a client that left before its answer.
    void requestAnswered(const atlassim::SeenRequest &request);

private:
    struct Decision
    {
        HttpReply reply;
        bool authorised{false};
        std::optional<std::chrono::milliseconds> latency{};
    };

    PlannedReply answer(const HttpRequest &request);
    Decision decide(const HttpRequest &request);
    Decision decideOAuth(const HttpRequest &request);
    Decision decideAtlas(const HttpRequest &request);
    Decision decideAuthenticated(const HttpRequest &request, const Caller &caller);
    Decision decideNormally(const HttpRequest &request, const Caller &caller);

    /// What the next fault for that stage makes of the request, or else what `normally` says.
    Decision underFaults(const HttpRequest &request, FaultQueue::Stage stage,
                         const std::function<Decision()> &normally);

    World m_world;
    Options m_options;
    DigestVerifier m_digest;
    TokenIssuer m_tokens;
    RateLimiter m_limiter;
    Authenticator m_authenticator;
    OAuthApi m_oauth;
    AtlasApi m_atlas;
    ExportClock m_exportClock;
    ControlApi m_control;
    FaultQueue m_faults;
    ListShifter m_shifter;
    QList<SeenRequest> m_seen;
    QSslCertificate m_certificate;
    QSslKey m_key;
    quint16 m_port{0};
    std::unique_ptr<HttpFront> m_front;
};

} // namespace atlassim
