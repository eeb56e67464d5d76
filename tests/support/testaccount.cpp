// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testaccount.h"

#include "tests/atlassim/world/sampleworld.h"

namespace testsupport {

namespace sample = atlassim::sample;

accounts::Credential apiKey()
{
    return {accounts::Authentication::ApiKey, sample::PublicKey,
            accounts::Secret::fromString(QString(sample::PrivateKey))};
}

accounts::Credential serviceAccount()
{
    return {accounts::Authentication::ServiceAccount, sample::ClientId,
            accounts::Secret::fromString(QString(sample::ClientSecret))};
}

accounts::Credential viewer()
{
    return {accounts::Authentication::ServiceAccount, sample::ViewerClientId,
            accounts::Secret::fromString(QString(sample::ViewerClientSecret))};
}

accounts::Credential owner()
{
    return {accounts::Authentication::ApiKey, sample::OwnerPublicKey,
            accounts::Secret::fromString(QString(sample::OwnerPrivateKey))};
}

accounts::Credential credential(accounts::Authentication authentication)
{
    return authentication == accounts::Authentication::ApiKey ? apiKey() : serviceAccount();
}

net::Client::Settings clientSettings(const QUrl &server, const accounts::Credential &credential)
{
    return {*accounts::BaseUrl::parse(server.toString()),
            credential,
            std::chrono::milliseconds(30'000),
            {},
            net::RetryPolicy::none()};
}

Session::Settings sessionSettings(const QUrl &server, const accounts::Credential &credential)
{
    Session::Settings settings;
    settings.profile.name = QStringLiteral("Test");
    settings.profile.authentication = credential.authentication;
    settings.profile.identity = credential.identity;
    settings.profile.baseUrl = *accounts::BaseUrl::parse(server.toString());
    settings.credential = credential;
    settings.retries = net::RetryPolicy::none();
    settings.values.fetchAhead = false;
    settings.values.readUseAhead = false;
    return settings;
}

void choose(Session &session, const std::function<void(accounts::PreferenceValues &values)> &change)
{
    accounts::PreferenceValues values = session.values();
    change(values);
    session.apply(values);
}

} // namespace testsupport
