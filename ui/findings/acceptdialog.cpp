// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/acceptdialog.h"

#include "accounts/profiles/fieldproblem.h"
#include "base/texts/showntext.h"
#include "ui/accessibility/announcer.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/selectablelabel.h"
#include "ui/look/spacing.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/parts/formfield.h"
#include "ui/parts/roomybutton.h"
#include "ui/parts/tonelabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int AcceptDialogWidth = 560;
constexpr int LongestReason = 500;

/// What the entry is confined to, a line each.
QString scopeText(const insight::Finding &finding)
{
    const QString project =
        finding.projectName.isEmpty() ? finding.project.toHex() : finding.projectName;
    QStringList lines{AcceptDialog::tr("Project: %1").arg(base::shownText(project))};
    if (finding.cluster)
        lines += AcceptDialog::tr("Cluster: %1").arg(finding.cluster->toString());
    if (finding.bucket) {
        const QString bucket =
            finding.bucketName.isEmpty() ? finding.bucket->toHex() : finding.bucketName;
        lines += AcceptDialog::tr("Export bucket: %1").arg(base::shownText(bucket));
    }
    return lines.join(u'\n');
}

} // namespace

AcceptDialog::AcceptDialog(const insight::Finding &finding, QWidget *parent)
    : FocusDialog(parent), m_reason(new QLineEdit(this)), m_until(new QLineEdit(this)),
      m_message(new ToneLabel(ToneLabel::Meaning::Failure, this)),
      m_ok(new RoomyButton(tr("Accept"), this))
{
    m_entry.code = finding.code;
    m_entry.project = finding.project;
    m_entry.cluster = finding.cluster;
    m_entry.bucket = finding.bucket;
    setWindowTitle(tr("Accept finding"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead(finding), 1);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addLayout(makeButtons());
    connect(m_reason, &QLineEdit::textChanged, this, &AcceptDialog::showWhatIsMissing);
    connect(m_until, &QLineEdit::textChanged, this, &AcceptDialog::showWhatIsMissing);
    showWhatIsMissing();
    // With room for a word about the end, so that the window does not grow while one types.
    resize(AcceptDialogWidth, sizeHint().height() + NoteDistance + fontMetrics().height());
    m_reason->setFocus();
}

QLayout *AcceptDialog::makeHead(const insight::Finding &finding)
{
    auto *what = makePlainLabel(this, base::shownText(finding.message.toString()));
    what->setFont(theme::bold(what->font()));
    what->setWordWrap(true);
    what->setAccessibleDescription(tr("Finding"));
    makeSelectable(what);
    auto *scope = makePlainLabel(this, scopeText(finding));
    scope->setWordWrap(true);
    scope->setAccessibleDescription(tr("Accepted for"));
    auto *hint = new ToneLabel(ToneLabel::Meaning::Muted, this);
    hint->setText(tr("An accepted finding is shown separately and is not counted. It reappears "
                     "after its end date."));
    hint->setWordWrap(true);

    m_reason->setMaxLength(LongestReason);
    m_until->setPlaceholderText(tr("YYYY-MM-DD"));
    auto *formParent = new QWidget(this);
    QGridLayout *form = makeForm(formParent);
    form->setContentsMargins(0, 0, 0, 0);
    new FormField(form, tr("&Reason"), m_reason);
    m_untilField = new FormField(form, tr("&Until"), m_until);
    m_untilField->setHint(tr("The last day. Leave empty for no end date."));

    m_message->setAccessibleDescription(tr("Why it was not saved"));
    m_message->setWordWrap(true);
    makeSelectable(m_message);
    m_message->setMinimumWidth(1); // A long word widens no window.
    m_message->hide();

    auto *head = new QVBoxLayout;
    head->setContentsMargins(PageMargin, PageMargin, PageMargin, theme::Margin);
    head->setSpacing(theme::Margin);
    for (QWidget *part :
         std::initializer_list<QWidget *>{what, scope, hint, formParent, m_message}) {
        head->addWidget(part);
        // In the order on screen, as Tab and assistive technology go through them.
        part->raise();
    }
    head->addStretch(1);
    return head;
}

QLayout *AcceptDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    auto *cancel = new RoomyButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    buttons->addButton(m_ok, QDialogButtonBox::AcceptRole);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    m_ok->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &AcceptDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(PageMargin, theme::Margin, PageMargin, theme::Margin);
    row->addWidget(buttons);
    return row;
}

std::optional<QDate> AcceptDialog::until() const
{
    const QString text = m_until->text().trimmed();
    return text.isEmpty() ? std::nullopt : std::optional(QDate::fromString(text, Qt::ISODate));
}

/// An end that has passed would accept nothing.
bool AcceptDialog::isEndSound() const
{
    const auto end = until();
    return !end || (end->isValid() && *end >= QDate::currentDate());
}

void AcceptDialog::showWhatIsMissing()
{
    using accounts::FieldProblem;
    m_message->hide();
    // While somebody types, a date is not one yet.
    constexpr qsizetype WholeDate = 10;
    if (isEndSound() || m_until->text().trimmed().size() < WholeDate)
        m_untilField->setProblem(std::nullopt);
    else
        m_untilField->setProblem({{FieldProblem::Severity::Error,
                                   tr("Enter today’s date or a later date as YYYY-MM-DD.")}});
    enableUnless(*m_ok,
                 m_reason->text().trimmed().isEmpty() ? tr("Enter a reason first.")
                     : isEndSound()                   ? QString()
                                    : tr("Enter today’s date or a later date as YYYY-MM-DD."));
}

void AcceptDialog::confirm()
{
    m_entry.reason = m_reason->text().trimmed();
    m_entry.until = until();
    Q_EMIT chosen(m_entry);
}

void AcceptDialog::showProblem(const QString &problem)
{
    m_message->setText(problem);
    m_message->show();
    announce(this, problem);
}

} // namespace ui
