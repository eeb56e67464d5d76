// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/secretstoragefield.h"

#include "accounts/settings/settingstable.h"
#include "ui/look/spacing.h"
#include "ui/look/theme.h"

#include <QVBoxLayout>

namespace ui {

namespace {

using accounts::SecretError;
using accounts::SecretStorage;

/// Whether a keychain that answers so is of no use for any secret. One that asks its user first
/// may take its time, which does not matter here.
bool isOfNoUse(const SecretError &error)
{
    return error.kind == SecretError::Kind::Locked || error.kind == SecretError::Kind::Unavailable;
}

} // namespace

QString shortNameOf(SecretStorage storage)
{
    switch (storage) {
    case SecretStorage::Keychain:
        return SecretStorageField::tr("System keychain");
    case SecretStorage::SessionOnly:
        return SecretStorageField::tr("This session only");
    case SecretStorage::SettingsFile:
        return SecretStorageField::tr("A file, not encrypted");
    }
    Q_UNREACHABLE();
}

SecretStorageField::SecretStorageField(accounts::SecretKeeper &keeper, QWidget *parent)
    : QWidget(parent), m_keeper(keeper), m_choice(new QComboBox(this)),
      m_meaning(new ToneLabel(ToneLabel::Meaning::Muted, this))
{
    for (const SecretStorage storage : accounts::allSecretStorages)
        m_choice->addItem(shortNameOf(storage), static_cast<int>(storage));
    m_meaning->setFont(theme::smaller(m_meaning->font()));
    m_meaning->setAccessibleDescription(tr("Secret storage"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(NoteDistance);
    layout->addWidget(m_choice);
    layout->addWidget(m_meaning);

    showCurrent();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        showMeaning();
        probeKeychain();
        Q_EMIT storageChanged();
    });
    probeKeychain();
}

QString SecretStorageField::label()
{
    return accounts::settingText(
        std::get<accounts::Setting<SecretStorage>>(accounts::settingsTable).label);
}

SecretStorage SecretStorageField::storage() const
{
    return accounts::allSecretStorages.at(static_cast<std::size_t>(m_choice->currentIndex()));
}

void SecretStorageField::showCurrent()
{
    m_choice->setCurrentIndex(m_choice->findData(static_cast<int>(m_keeper.storage())));
    showMeaning();
}

/// Asks for the secret of a profile that does not exist: the error says what the keychain is like.
void SecretStorageField::probeKeychain()
{
    if (storage() != SecretStorage::Keychain || m_probe)
        return;
    m_probe = m_keeper.makeStore(SecretStorage::Keychain);
    m_probe->read(accounts::ProfileId::create(), this,
                  [this](const tl::expected<accounts::Secret, SecretError> &secret) {
                      m_probe.release()->deleteLater();
                      m_keychainProblem =
                          !secret && isOfNoUse(secret.error()) ? secret.error().message : QString();
                      showMeaning();
                  });
}

void SecretStorageField::showMeaning()
{
    const SecretStorage chosen = storage();
    if (chosen == SecretStorage::Keychain && !m_keychainProblem.isEmpty()) {
        m_meaning->showText(ToneLabel::Meaning::Warning, m_keychainProblem);
        return;
    }
    QString text = accounts::storageName(chosen);
    if (isChanged())
        text += u' ' + tr("The secrets of all profiles move there when you select OK.");
    const bool isUnencrypted = chosen == SecretStorage::SettingsFile;
    m_meaning->showText(isUnencrypted ? ToneLabel::Meaning::Warning : ToneLabel::Meaning::Muted,
                        text);
}

} // namespace ui
