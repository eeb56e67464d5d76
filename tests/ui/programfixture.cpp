// SPDX-License-Identifier: Apache-2.0
#include "programfixture.h"

#include "accounts/memorysecretstore.h"

namespace testsupport {

ProgramFixture::ProgramFixture()
{
    m_start.settingsPath = settingsPath();
    m_start.commandLine.language = accounts::Language::English;
    m_start.retries = net::RetryPolicy::none();
    m_start.atlasCliConfigPath = m_folder.filePath(QStringLiteral("config.toml"));
    m_start.makeSecretStore = [](accounts::SecretStorage) {
        return std::make_unique<accounts::MemorySecretStore>();
    };
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
