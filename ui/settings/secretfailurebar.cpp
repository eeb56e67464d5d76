// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/secretfailurebar.h"

#include "base/files/fileprivacy.h"

#include "ui/accessibility/focusheirs.h"
#include "ui/look/theme.h"
#include "ui/parts/roomybutton.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using accounts::SecretStorage;
using Fallback = SettingsSave::Fallback;
using Step = SecretFailure::Step;

/// The notice without its own background: the bar around it has one.
class BareNotice final : public NoticeBar
{
public:
    using NoticeBar::NoticeBar;

protected:
    void paintEvent(QPaintEvent *) override { }
};

constexpr int IconRoom = 24;

QString headlineFor(Step step)
{
    switch (step) {
    case Step::Read:
        return SecretFailureBar::tr("Secrets not moved");
    case Step::Write:
        return SecretFailureBar::tr("Secrets not saved");
    case Step::Remove:
        return SecretFailureBar::tr("Secrets not removed");
    case Step::Settings:
        return SecretFailureBar::tr("Settings not saved");
    }
    Q_UNREACHABLE();
}

QString consequenceOf(Step step)
{
    switch (step) {
    case Step::Read:
        return SecretFailureBar::tr("All secrets are still where they were.");
    case Step::Write:
        return SecretFailureBar::tr("Your entries are still here. Everything else is saved.");
    case Step::Remove:
        return SecretFailureBar::tr("Everything else is saved. Select Cancel to keep the "
                                    "secrets where they are.");
    case Step::Settings:
        return SecretFailureBar::tr("Your entries are still here.");
    }
    Q_UNREACHABLE();
}

QString lineFor(const SecretFailure &failure)
{
    if (failure.profileName.isEmpty())
        return failure.error.message;
    return SecretFailureBar::tr("“%1”: %2").arg(failure.profileName, failure.error.message);
}

QString textFor(const QList<SecretFailure> &failures)
{
    QStringList lines;
    for (const SecretFailure &failure : failures)
        lines.append(lineFor(failure));
    lines.append(consequenceOf(failures.first().step));
    return lines.join(u'\n');
}

} // namespace

SecretFailureBar::SecretFailureBar(QWidget *parent)
    : QWidget(parent), m_notice(new BareNotice(this)), m_choices(new QHBoxLayout),
      m_retry(addButton(tr("Retry"))), m_sessionOnly(addButton(tr("Keep for this session only"))),
      m_file(addButton(tr("Save in a file…"))), m_leave(addButton(tr("Continue without them"))),
      m_confirmFile(addButton(tr("Save in the file"))), m_back(addButton(tr("Back")))
{
    m_choices->addStretch(1);
    m_choices->setSpacing(theme::Gap);
    m_choices->setContentsMargins(theme::Margin + IconRoom, 0, theme::Margin, theme::Margin);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addLayout(m_choices);
    setFocusHeirs(*this, {m_notice});
    hide();

    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT chosen(Fallback::None); });
    connect(m_sessionOnly, &QPushButton::clicked, this,
            [this] { Q_EMIT chosen(Fallback::SessionOnly); });
    connect(m_leave, &QPushButton::clicked, this,
            [this] { Q_EMIT chosen(Fallback::LeaveUnreadable); });
    connect(m_confirmFile, &QPushButton::clicked, this, [this] { Q_EMIT chosen(Fallback::File); });
    connect(m_file, &QPushButton::clicked, this, &SecretFailureBar::warnOfFile);
    connect(m_back, &QPushButton::clicked, this, [this] { showFailures(m_failures, m_storage); });
}

QPushButton *SecretFailureBar::addButton(const QString &text)
{
    auto *button = new RoomyButton(text, this);
    button->hide();
    m_choices->addWidget(button);
    return button;
}

void SecretFailureBar::showFailures(const QList<SecretFailure> &failures, SecretStorage storage)
{
    Q_ASSERT(!failures.isEmpty());
    m_failures = failures;
    m_storage = storage;
    const Step step = failures.first().step;
    showMessage(headlineFor(step), textFor(failures));
    QList<QPushButton *> choices{m_retry};
    if (step == Step::Read)
        choices.append(m_leave);
    if (step == Step::Write && storage != SecretStorage::SessionOnly)
        choices.append(m_sessionOnly);
    if (step == Step::Write && storage != SecretStorage::SettingsFile)
        choices.append(m_file);
    showOnly(choices);
}

void SecretFailureBar::showSettingsFailure(const QString &message)
{
    showMessage(headlineFor(Step::Settings),
                QString(message % u'\n' % consequenceOf(Step::Settings)));
    showOnly({m_retry});
}

void SecretFailureBar::showStopped()
{
    showMessage(tr("Stopped"),
                tr("Settings are saved, but some secrets may not be. Your entries are still "
                   "here. Select OK to try again."));
    showOnly({});
}

void SecretFailureBar::warnOfFile()
{
    showMessage(tr("Save secrets in a file?"),
                base::filesCanBePrivate()
                    ? tr("The file secrets.conf beside the settings is not encrypted. Its mode is "
                         "0600: other users of this computer cannot read it, but every program "
                         "that you run can, and so can anyone who gets the disk or a backup. The "
                         "secrets of all profiles are saved there.")
                    : tr("The file secrets.conf beside the settings is not encrypted. Every "
                         "program that you run can read it, and so can anyone who can open your "
                         "user folder, or gets the disk or a backup. The secrets of all profiles "
                         "are saved there."));
    showOnly({m_confirmFile, m_back});
    m_back->setFocus(Qt::OtherFocusReason);
}

void SecretFailureBar::showMessage(const QString &headline, const QString &text)
{
    m_notice->showNotice(NoticeBar::Kind::Warning, headline, text);
}

/// First hides, then shows: all of them at once might be too wide for the window.
void SecretFailureBar::showOnly(const QList<QPushButton *> &choices)
{
    for (QPushButton *button : {m_retry, m_sessionOnly, m_file, m_leave, m_confirmFile, m_back})
        button->hide();
    for (QPushButton *button : choices)
        button->show();
    show();
}

void SecretFailureBar::paintEvent(QPaintEvent *)
{
    const theme::BandColors colors = theme::warningBand(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.background);
    painter.fillRect(0, height() - 1, width(), 1, colors.line);
}

} // namespace ui
