// SPDX-License-Identifier: Apache-2.0
#include "settingsfixture.h"

#include "accounts/profiles/boundsecret.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

namespace {

/// Keeps secrets in a vault, and fails as that says.
class VaultStore : public SecretStore
{
public:
    explicit VaultStore(Vault &vault) : m_vault(vault) { }

    void read(const ProfileId &profile, QObject *context, ReadHandler handler) override
    {
        m_vault.readCount += m_vault.secrets.contains(profile) ? 1 : 0;
        tl::expected<Secret, SecretError> result = m_vault.secrets.value(profile);
        if (m_vault.readError)
            result = tl::unexpected(*m_vault.readError);
        else if (!m_vault.secrets.contains(profile))
            result = tl::unexpected(SecretError{SecretError::Kind::NotFound, u"none"_s});
        answer(context, [handler, result] { handler(result); });
    }

    void write(const ProfileId &profile, const Secret &secret, QObject *context,
               DoneHandler handler) override
    {
        tl::expected<void, SecretError> result;
        if (m_vault.writeError)
            result = tl::unexpected(*m_vault.writeError);
        else
            m_vault.secrets.insert(profile, secret);
        answer(context, [handler, result] { handler(result); });
    }

    void remove(const ProfileId &profile, QObject *context, DoneHandler handler) override
    {
        tl::expected<void, SecretError> result;
        if (m_vault.undeletable == profile)
            result = tl::unexpected(SecretError{SecretError::Kind::Denied, u"No."_s});
        else
            m_vault.secrets.remove(profile);
        answer(context, [handler, result] { handler(result); });
    }

private:
    void answer(QObject *context, const std::function<void()> &handler)
    {
        if (!m_vault.isSilent)
            QMetaObject::invokeMethod(context, handler, Qt::QueuedConnection);
    }

    Vault &m_vault;
};

} // namespace

Profile SettingsFixture::makeProfile(const QString &name, Authentication authentication,
                                     const QString &identity)
{
    Profile profile;
    profile.id = ProfileId::create();
    profile.name = name;
    profile.authentication = authentication;
    profile.identity = identity;
    return profile;
}

void SettingsFixture::setUp()
{
    m_dialog.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_vaults.clear();
    m_file = std::make_unique<SettingsFile>(m_folder->filePath(u"bucketscope.conf"_s));
    m_profiles = std::make_unique<ProfileStore>(*m_file);
    m_preferences = std::make_unique<Preferences>(*m_file);
    m_keeper =
        std::make_unique<SecretKeeper>(SecretStorage::Keychain, [this](SecretStorage wanted) {
            return std::make_unique<VaultStore>(m_vaults[wanted]);
        });
    m_environment.reset();
    m_production = makeProfile(u"Production"_s, Authentication::ServiceAccount,
                               u"mdb_sa_id_65c0ffee65c0ffee65c0ffee"_s);
    m_staging = makeProfile(u"Staging"_s, Authentication::ApiKey, u"abcdefgh"_s);
    for (const Profile &profile : {m_production, m_staging}) {
        m_profiles->add(profile);
        vault(SecretStorage::Keychain)
            .secrets.insert(profile.id, boundTo(profile.baseUrl, Secret::fromString(profile.name)));
    }
    QVERIFY(m_file->save());
}

void SettingsFixture::open()
{
    m_dialog = std::make_unique<ui::SettingsDialog>(
        ui::SettingsDialog::Means{*m_file, *m_profiles, *m_preferences, *m_keeper, m_signOuts,
                                  m_environment, m_folder->filePath(u"config.toml"_s), QString()});
    m_saved = std::make_unique<QSignalSpy>(m_dialog.get(), &ui::SettingsDialog::saved);
    m_dialog->show();
}

QLabel *SettingsFixture::label(const QString &description) const
{
    const auto labels = m_dialog->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->accessibleDescription() == description)
            return label;
    }
    return nullptr;
}

void SettingsFixture::type(const QString &name, const QString &text)
{
    auto *list = part<QComboBox>(name);
    QLineEdit *input = list ? list->lineEdit() : part<QLineEdit>(name);
    if (!input)
        QFAIL(qPrintable(name));
    input->selectAll();
    QTest::keyClick(input, Qt::Key_Delete);
    QTest::keyClicks(input, text);
}

void SettingsFixture::press(const QString &name)
{
    auto *button = part<QAbstractButton>(name);
    if (!button || !button->isEnabled())
        QFAIL(qPrintable(name));
    button->click();
}

void SettingsFixture::selectProfile(int row)
{
    auto *list = part<QListView>(u"Profiles"_s);
    list->setCurrentIndex(list->model()->index(row, 0));
}

std::optional<Profile> SettingsFixture::savedProfile(const QString &name) const
{
    SettingsFile file(m_file->path());
    return ProfileStore(file).findByName(name);
}

QString SettingsFixture::secretNotice() const
{
    const auto *bar = m_dialog->findChild<ui::SecretFailureBar *>();
    return bar->isVisible() ? bar->findChild<ui::NoticeBar *>()->text() : QString();
}

PreferenceValues SettingsFixture::savedValues() const
{
    SettingsFile file(m_file->path());
    return Preferences(file).values();
}
