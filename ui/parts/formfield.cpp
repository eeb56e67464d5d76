// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/formfield.h"

#include "ui/accessibility/announcer.h"
#include "ui/look/spacing.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/parts/problemoutline.h"
#include "ui/parts/tonelabel.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QFocusEvent>
#include <QRegularExpression>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using accounts::FieldProblem;

constexpr int RowDistance = 10;
constexpr int LabelDistance = 16;

ToneLabel::Meaning meaningOf(FieldProblem::Severity severity)
{
    return severity == FieldProblem::Severity::Error ? ToneLabel::Meaning::Failure
                                                     : ToneLabel::Meaning::Warning;
}

/// Menus, drop-down lists and other windows take the keyboard only for a while.
bool isLeaving(const QEvent *event)
{
    if (event->type() != QEvent::FocusOut)
        return false;
    const Qt::FocusReason reason = static_cast<const QFocusEvent *>(event)->reason();
    return reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason
        && reason != Qt::MenuBarFocusReason;
}

} // namespace

QString withoutMnemonic(QString text)
{
    static const QRegularExpression appended(u"\\s*\\(&.\\)"_s);
    return text.remove(appended).remove(u'&');
}

void alignWithTextOf(const QCheckBox &box, QLabel &label)
{
    label.setIndent(box.style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, &box)
                    + box.style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, &box));
}

QGridLayout *makeForm(QWidget *parent)
{
    auto *form = new QGridLayout(parent);
    form->setHorizontalSpacing(LabelDistance);
    form->setVerticalSpacing(RowDistance);
    form->setColumnStretch(1, 1);
    return form;
}

FormField::FormField(QGridLayout *form, const QString &label, QWidget *widget)
    : FormField(form, label, widget, widget)
{ }

FormField::FormField(QGridLayout *form, const QString &label, QWidget *widget, QWidget *input)
    : QObject(form->parentWidget()), m_input(input),
      m_label(makePlainLabel(form->parentWidget(), label)),
      m_cell(new QWidget(form->parentWidget())),
      m_note(new ToneLabel(ToneLabel::Meaning::Muted, m_cell)), m_outline(new ProblemOutline(input))
{
    m_label->setBuddy(input);
    m_label->setMinimumHeight(input->sizeHint().height());
    m_note->setFont(theme::smaller(m_note->font()));
    input->setAccessibleName(withoutMnemonic(label));
    input->installEventFilter(this);
    // The wheel scrolls the form.
    if (qobject_cast<QComboBox *>(input) || qobject_cast<QAbstractSpinBox *>(input))
        leaveWheelUnlessFocused(*input);

    auto *layout = new QVBoxLayout(m_cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(NoteDistance);
    layout->addWidget(widget);
    layout->addWidget(m_note);
    const int row = form->rowCount();
    form->addWidget(m_label, row, 0, Qt::AlignTop);
    form->addWidget(m_cell, row, 1, Qt::AlignTop);
    showNote();
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    showNote();
}

void FormField::setProblem(const std::optional<Problem> &problem)
{
    const QString before = m_problem ? m_problem->message : QString();
    m_problem = problem;
    showNote();
    if (m_problem && m_problem->message != before && m_input->isVisible())
        announce(m_input, m_problem->message);
}

void FormField::setVisible(bool visible)
{
    m_label->setVisible(visible);
    m_cell->setVisible(visible);
}

bool FormField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && isLeaving(event))
        Q_EMIT left();
    return QObject::eventFilter(watched, event);
}

void FormField::showNote()
{
    const QString text = m_problem ? m_problem->message : m_hint;
    m_note->showText(m_problem ? meaningOf(m_problem->severity) : ToneLabel::Meaning::Muted, text);
    m_note->setVisible(!text.isEmpty());
    const bool isError = m_problem && m_problem->severity == FieldProblem::Severity::Error;
    m_outline->setVisible(isError);
    // Qt tells assistive technology of no entry that is invalid: what is seen as red is said here.
    m_input->setAccessibleDescription(
        //: Said of a field that is outlined in red. %1 is what is wrong.
        isError ? tr("Error: %1").arg(text) : text);
}

} // namespace ui
