// SPDX-License-Identifier: Apache-2.0
#include "programfixture.h"

#include "accounts/profiles/boundsecret.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/secrets/memorysecretstore.h"

namespace testsupport {

ProgramFixture::ProgramFixture()
{
    m_start.settingsPath = settingsPath();
    m_start.commandLine.language = accounts::Language::English;
    m_start.retries = net::RetryPolicy::none();
    m_start.historyFolder = m_folder.filePath(QStringLiteral("history"));
    m_start.atlasCliConfigPath = m_folder.filePath(QStringLiteral("config.toml"));
    m_start.makeSecretStore = [this](accounts::SecretStorage) {
        auto store = std::make_unique<accounts::MemorySecretStore>();
        for (auto it = m_secrets.cbegin(); it != m_secrets.cend(); ++it)
            store->write(it.key(), it.value(), store.get(), [](const auto &) {});
        return store;
    };
    setReadsUsage(false);
}

void ProgramFixture::saveProfile(const QString &name, const QUrl &server,
                                 const accounts::Credential &credential)
{
    accounts::Profile profile;
    profile.id = accounts::ProfileId::create();
    profile.name = name;
    profile.authentication = credential.authentication;
    profile.identity = credential.identity;
    profile.baseUrl = *accounts::BaseUrl::parse(server.toString());
    m_secrets.insert(profile.id, accounts::boundTo(profile.baseUrl, credential.secret));
    accounts::SettingsFile file(settingsPath());
    accounts::ProfileStore profiles(file);
    profiles.add(profile);
    static_cast<void>(profiles.save());
}

void ProgramFixture::useEnvironment(const QUrl &server, const accounts::Credential &credential)
{
    accounts::Profile profile;
    profile.id = accounts::ProfileId::create();
    profile.name = QStringLiteral("Environment");
    profile.authentication = credential.authentication;
    profile.identity = credential.identity;
    profile.baseUrl = *accounts::BaseUrl::parse(server.toString());
    profile.fromEnvironment = true;
    m_start.environment = accounts::EnvironmentAccount{profile, credential};
}

void ProgramFixture::setTheme(accounts::Theme theme)
{
    choose([theme](accounts::PreferenceValues &values) { values.theme = theme; });
}

void ProgramFixture::setReadsRegions(bool reads)
{
    choose([reads](accounts::PreferenceValues &values) { values.readRegions = reads; });
}

void ProgramFixture::setReadsUsage(bool reads)
{
    choose([reads](accounts::PreferenceValues &values) { values.readUseAhead = reads; });
}

void ProgramFixture::setFetchesAhead(bool fetches)
{
    choose([fetches](accounts::PreferenceValues &values) { values.fetchAhead = fetches; });
}

void ProgramFixture::choose(const std::function<void(accounts::PreferenceValues &)> &change)
{
    accounts::SettingsFile file(settingsPath());
    accounts::Preferences preferences(file);
    accounts::PreferenceValues values = preferences.values();
    change(values);
    preferences.setValues(values);
    static_cast<void>(file.save());
}

bool ProgramFixture::start()
{
    m_program.reset();
    m_program = std::make_unique<ui::Program>(m_start);
    return m_program->run().has_value();
}

} // namespace testsupport
