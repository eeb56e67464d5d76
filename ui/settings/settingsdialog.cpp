// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsdialog.h"

#include "ui/accessibility/announcer.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/parts/roomybutton.h"
#include "ui/settings/categorylist.h"
#include "ui/settings/pagescroll.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <chrono>

namespace ui {

namespace {

using accounts::SecretStorage;
using Fallback = SettingsSave::Fallback;

constexpr QSize FirstSize(860, 540);
constexpr std::chrono::milliseconds RestAfterEdits{1'000};

bool isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

SettingsDialog::SettingsDialog(const Means &means, QWidget *parent)
    : FocusDialog(parent), m_means(means), m_edits(means.profiles.profiles(), means.environment),
      m_save({means.file, means.profiles, means.preferences, means.secrets}),
      m_body(new QWidget(this)), m_categories(new CategoryList(m_body)),
      m_failures(new SecretFailureBar(m_body)), m_pages(new QStackedWidget(m_body)),
      m_requests(new ValuesPage(Page::Requests, means.preferences.values())),
      m_checks(new ValuesPage(Page::Checks, means.preferences.values())),
      m_appearance(new ValuesPage(Page::Appearance, means.preferences.values())),
      m_profiles(
          new ProfilesPage(m_edits,
                           {means.secrets, means.signOuts, means.environment, means.extraCaFile,
                            [this] {
                                return std::chrono::seconds(
                                    m_requests->over(m_means.preferences.values()).timeout.value());
                            }},
                           means.atlasCliConfigPath)),
      m_status(new ToneLabel(ToneLabel::Meaning::Failure, this)),
      m_ok(new RoomyButton(tr("OK"), this)), m_cancel(new RoomyButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Settings"));
    addPage(tr("Profiles"), new PageScroll(m_profiles));
    if (means.forgetReadings)
        m_checks->putBelow(&accounts::PreferenceValues::rememberReadings,
                           new ForgetRow(means.forgetReadings, m_checks));
    auto *longest = new PageScroll(m_requests);
    addPage(tr("Requests"), longest);
    addPage(tr("Appearance"), new PageScroll(m_appearance));
    addPage(tr("Checks"), new PageScroll(m_checks));
    m_profiles->showBadProfiles(means.profiles.badProfiles());
    layOut();
    follow();
    showPage(Page::Profiles);
    showState();
    findSessionSecrets();
    const int pageWidth = FirstSize.width() - m_categories->sizeHint().width();
    resize(FirstSize.expandedTo({0, longest->heightToSeeAll(*this, *m_body, pageWidth)}));
}

QString SettingsDialog::savedText()
{
    return tr("Settings saved.");
}

void SettingsDialog::addPage(const QString &name, QWidget *page)
{
    m_categories->addItem(name);
    m_pages->addWidget(page);
}

void SettingsDialog::layOut()
{
    setFocusHeirs(*this, {m_categories});
    m_categories->fit();

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_failures);
    right->addWidget(m_pages, 1);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, theme::Margin, 0, 0);
    left->addWidget(m_categories);
    auto *body = new QHBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addLayout(left);
    body->addWidget(new Line(Qt::Vertical, m_body));
    body->addLayout(right, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_body, 1);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(makeButtonRow());
}

QLayout *SettingsDialog::makeButtonRow()
{
    m_ok->setDefault(true);
    m_status->setAccessibleDescription(tr("Settings status"));
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_ok, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme::Margin, theme::Margin, theme::Margin, theme::Margin);
    row->setSpacing(theme::Margin);
    row->addWidget(m_status, 1);
    row->addWidget(buttons);
    return row;
}

void SettingsDialog::follow()
{
    m_resting.setSingleShot(true);
    m_resting.setInterval(RestAfterEdits);
    connect(&m_resting, &QTimer::timeout, this, &SettingsDialog::tellObstacle);
    connect(m_categories, &QListWidget::currentRowChanged, m_pages,
            &QStackedWidget::setCurrentIndex);
    connect(m_categories, &QListWidget::currentRowChanged, this, &SettingsDialog::showState);
    connect(&m_edits, &ProfileEdits::filesRead, this, &SettingsDialog::saveWithFilesRead);
    connect(&m_edits, &ProfileEdits::problemsChanged, this, &SettingsDialog::showState);
    connect(m_requests, &ValuesPage::problemChanged, this, &SettingsDialog::showState);
    connect(m_failures, &SecretFailureBar::chosen, this, &SettingsDialog::save);
    connect(&m_save, &SettingsSave::settingsWritten, this, [this] {
        m_hasWritten = true;
        m_edits.markWritten();
    });
    connect(&m_save, &SettingsSave::settingsFailed, this, [this](const QString &message) {
        showSaving(false);
        m_failures->showSettingsFailure(message);
    });
    connect(&m_save, &SettingsSave::secretRemoved, &m_edits, &ProfileEdits::setSecretMissing);
    connect(&m_save, &SettingsSave::secretsDone, this, &SettingsDialog::concludeSaving);
}

void SettingsDialog::showPage(Page page)
{
    m_categories->setCurrentRow(static_cast<int>(page));
}

/// Secrets in memory are gone after the run they were typed in: asking costs nothing there, while
/// a keychain is left alone until a secret is needed.
void SettingsDialog::findSessionSecrets()
{
    if (m_means.secrets.storage() != SecretStorage::SessionOnly)
        return;
    for (const accounts::Profile &profile : m_means.profiles.profiles()) {
        m_means.secrets.store().read(
            profile.id, this,
            [this,
             id = profile.id](const tl::expected<accounts::Secret, accounts::SecretError> &secret) {
                if (!secret)
                    m_edits.setSecretMissing(id);
            });
    }
}

void SettingsDialog::showSignIn()
{
    showPage(Page::Profiles);
    m_profiles->addProfile(true);
    // For what it says above the form.
    const int toSeeAll = FirstSize.height() + 4 * theme::Margin;
    resize(size().expandedTo({0, toSeeAll}).boundedTo(room()));
    m_asksToSignIn = true;
    showState();
}

void SettingsDialog::selectProfile(accounts::ProfileId profile)
{
    showPage(Page::Profiles);
    m_profiles->selectProfile(profile);
}

void SettingsDialog::askForSecret(accounts::ProfileId profile)
{
    const int row = m_edits.rowOf(profile);
    if (row < 0)
        return;
    showPage(Page::Profiles);
    m_edits.setSecretMissing(profile);
    m_profiles->goTo(row, EditorField::Secret);
}

void SettingsDialog::accept()
{
    if (m_save.isRunning() || m_waitsForFiles)
        return;
    if (!obstacle().isEmpty()) {
        goToObstacle();
        return;
    }
    m_edits.readFilesAgain();
    m_waitsForFiles = m_edits.isReadingFiles();
    if (m_waitsForFiles)
        showSaving(true);
    else
        save(Fallback::None);
}

/// What the CA files hold may have changed since they were typed.
void SettingsDialog::saveWithFilesRead()
{
    if (!std::exchange(m_waitsForFiles, false))
        return;
    showSaving(false);
    save(Fallback::None);
}

void SettingsDialog::reject()
{
    if (std::exchange(m_waitsForFiles, false)) {
        showSaving(false);
        return;
    }
    if (m_save.isRunning()) {
        m_save.stop();
        showSaving(false);
        m_failures->showStopped();
        return;
    }
    FocusDialog::reject();
    if (m_hasWritten)
        Q_EMIT saved();
}

void SettingsDialog::stopTest()
{
    m_profiles->editor().stopTest();
}

void SettingsDialog::done(int result)
{
    stopTest();
    FocusDialog::done(result);
}

void SettingsDialog::save(Fallback fallback)
{
    if (!obstacle().isEmpty()) {
        goToObstacle();
        return;
    }
    stopTest();
    m_failures->hide();
    m_destination = destinationOf(fallback);
    showSaving(true);
    m_save.start(content(), fallback);
}

SettingsSave::Content SettingsDialog::content() const
{
    const SecretStorageField &storage = m_profiles->editor().storageField();
    SettingsSave::Content content;
    content.profiles = m_edits.toProfiles();
    content.removed = m_edits.removedIds();
    content.values =
        m_appearance->over(m_checks->over(m_requests->over(m_means.preferences.values())));
    if (storage.isChanged())
        content.values.secretStorage = storage.storage();
    content.storage = storage.storage();
    content.secrets = m_edits.toSecretWork();
    return content;
}

SecretStorage SettingsDialog::destinationOf(Fallback fallback) const
{
    switch (fallback) {
    case Fallback::None:
    case Fallback::LeaveUnreadable:
        return m_profiles->editor().storageField().storage();
    case Fallback::SessionOnly:
        return SecretStorage::SessionOnly;
    case Fallback::File:
        return SecretStorage::SettingsFile;
    }
    Q_UNREACHABLE();
}

void SettingsDialog::showSaving(bool isSaving)
{
    // Else it would go to Cancel, and the next Space would stop the saving.
    if (QWidget *const focus = isSaving ? focusWidget() : nullptr) {
        m_focusBefore = focus;
        focus->clearFocus();
    }
    const QString saving = isSaving ? tr("The settings are being saved.") : QString();
    enableUnless(*m_body, saving);
    showState();
    if (!isSaving && m_focusBefore && !focusWidget())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    if (isSaving) {
        enableUnless(*m_ok, saving);
        m_status->showText(ToneLabel::Meaning::Muted, tr("Saving…"));
    }
}

void SettingsDialog::concludeSaving(const QList<SecretFailure> &failures)
{
    showSaving(false);
    if (!failures.isEmpty()) {
        m_failures->showFailures(failures, m_destination);
        return;
    }
    announce(this, savedText());
    FocusDialog::accept();
    Q_EMIT saved();
}

/// Whether OK would close the page that asks for an account, and leave it at that.
bool SettingsDialog::lacksAccount() const
{
    return m_asksToSignIn && m_categories->currentRow() == static_cast<int>(Page::Profiles)
        && m_edits.isEmpty();
}

/// Why OK cannot be pressed; empty if it can.
QString SettingsDialog::obstacle() const
{
    if (lacksAccount())
        return tr("Enter a profile name, a client ID and a client secret, or select Cancel.");
    if (const auto error = m_edits.firstError())
        return tr("“%1”: %2").arg(m_edits.at(error->row).title(), error->problem.problem.message);
    if (const auto problem = m_requests->problem())
        return tr("Requests: %1").arg(*problem);
    return {};
}

void SettingsDialog::goToObstacle()
{
    m_edits.markAllVisited();
    if (lacksAccount()) {
        m_profiles->goTo(0, EditorField::Name);
    } else if (const auto error = m_edits.firstError()) {
        showPage(Page::Profiles);
        m_profiles->goTo(error->row, error->problem.field);
    } else {
        showPage(Page::Requests);
        m_requests->goToProblem();
    }
}

void SettingsDialog::showState()
{
    const QString text = obstacle();
    enableUnless(*m_ok, text);
    if (text != m_status->text() && isVisible())
        m_resting.start();
    m_status->showText(ToneLabel::Meaning::Failure, text);
    m_categories->mark(static_cast<int>(Page::Profiles), m_edits.firstError().has_value());
    m_categories->mark(static_cast<int>(Page::Requests), m_requests->problem().has_value());
}

/// OK is passed over by Tab while it is disabled: who does not see the line beside it would look
/// for OK, and not find it.
void SettingsDialog::tellObstacle()
{
    const QString text = obstacle();
    const auto error = m_edits.firstError();
    const auto told =
        error ? std::pair(error->row, error->problem.problem.message) : std::pair(-1, text);
    if (std::exchange(m_toldObstacle, told) != told && isVisible())
        announce(this, text);
}

/// A default button that is disabled takes Enter and does nothing; ours says what is in the way.
void SettingsDialog::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(event) && !m_ok->isEnabled() && !m_save.isRunning() && !m_waitsForFiles)
        goToObstacle();
    else
        FocusDialog::keyPressEvent(event);
}

} // namespace ui
