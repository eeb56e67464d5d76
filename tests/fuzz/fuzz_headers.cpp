// SPDX-License-Identifier: Apache-2.0
// Headers of answers: challenges and how they are answered; rate limits and the like. The first
// byte chooses the header.
#include "atlas/values/utc.h"
#include "fuzzing.h"
#include "net/headers/answerheaders.h"
#include "net/headers/challenges.h"
#include "net/headers/digestsigner.h"

#include <QNetworkReply>

#include <algorithm>
#include <array>

using fuzzing::require;

namespace {

constexpr QByteArrayView password = "Kennwort-4711";

/// An answer with one header.
class ReplyWith : public QNetworkReply
{
public:
    ReplyWith(const QByteArray &name, const QByteArray &value) { setRawHeader(name, value); }

    void abort() override { }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

bool isLowerCaseToken(const QByteArray &text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), [](char c) {
        return c <= ' ' || c > '~' || (c >= 'A' && c <= 'Z') || c == '"' || c == ',' || c == '=';
    });
}

void checkParsed(const QList<net::Challenge> &challenges, QByteArrayView header)
{
    qsizetype length = 0;
    for (const net::Challenge &challenge : challenges) {
        require(isLowerCaseToken(challenge.scheme), "a scheme is a token in lower case");
        length += challenge.scheme.size();
        require(challenge.parameters.isEmpty()
                    || !challenge.value(challenge.parameters.last().first).isNull(),
                "a parameter is found");
        for (const auto &[name, value] : challenge.parameters) {
            require(isLowerCaseToken(name), "a parameter's name is a token in lower case");
            length += name.size() + value.size();
        }
    }
    require(length <= header.size(), "nothing is made up");
}

void checkSigned(const net::DigestChallenge &challenge, QByteArrayView header)
{
    const net::DigestTarget target{"/api/atlas/v2/groups?pageNum=1", 7, "0a4f113b"};
    const QByteArray authorization =
        net::digestAuthorization(challenge, {"us\"er\\", password}, target);
    require(std::none_of(authorization.begin(), authorization.end(),
                         [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; }),
            "a header is one line");
    require(!authorization.contains(password) || header.contains(password), "no password");

    const auto read = net::parseChallenges(authorization);
    require(read.size() == 1 && read[0].scheme == "digest", "one answer to one challenge");
    require(read[0].value("username") == "us\"er\\", "the user's name");
    require(read[0].value("uri") == target.uri, "the path");
    require(read[0].value("nc") == "00000007", "the nonce's count");
    require(read[0].value("realm") == challenge.realm, "the realm is echoed");
    require(read[0].value("nonce") == challenge.nonce, "the nonce is echoed");
    require(read[0].value("opaque") == challenge.opaque, "what is opaque is echoed");
    require(read[0].value("algorithm") == challenge.algorithm, "the algorithm is echoed");
    const qsizetype digits = 2 * QCryptographicHash::hashLength(challenge.hash);
    require(read[0].value("response").size() == digits, "a response of the hash's length");
}

void readChallenges(QByteArrayView header)
{
    checkParsed(net::parseChallenges(header), header);
    if (const auto challenge = net::DigestChallenge::fromHeader(header))
        checkSigned(*challenge, header);
}

void checkMoment(const std::optional<QDateTime> &moment)
{
    require(!moment || (moment->isValid() && moment->timeSpec() == Qt::UTC),
            "a moment is one, and in UTC");
}

void readAnswerHeaders(const QByteArray &name, const QByteArray &value)
{
    const ReplyWith reply(name, value);
    const auto limit = net::rateLimitOf(reply);
    require(limit.limit.value_or(0) >= 0 && limit.remaining.value_or(0) >= 0, "counts");
    const auto deprecation = net::deprecationOf(reply);
    checkMoment(deprecation.since);
    checkMoment(deprecation.sunset);
    const auto now = QDateTime::fromSecsSinceEpoch(1'760'000'000, atlas::Utc);
    const auto wait = net::retryAfterOf(reply, now);
    require(!wait || wait->count() >= 0, "nobody waits for the past");
    require(!wait || wait <= std::chrono::years(10'000), "a wait can be told in milliseconds");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    static constexpr std::array names{"RateLimit-Limit", "RateLimit-Remaining", "Retry-After",
                                      "Deprecation", "Sunset"};
    const fuzzing::Input input(data, size);
    const int choice = input.choice(10);
    if (choice < int(names.size()))
        readAnswerHeaders(names[std::size_t(choice)], input.bytes());
    else
        readChallenges(input.view());
    return 0;
}
