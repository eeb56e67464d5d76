// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/fieldproblem.h"

#include <QGridLayout>
#include <QLabel>
#include <QObject>
#include <QString>

#include <optional>

class QCheckBox;

namespace ui {

class ProblemOutline;
class ToneLabel;

/// `text` without the marks of its mnemonic: "&Name" and "Name(&N)" are "Name".
QString withoutMnemonic(QString text);

/// One row of a form: a label, an input, and a line below that says what is wrong with it, or
/// else what it is for.
class FormField : public QObject
{
    Q_OBJECT

public:
    /// What the line below says.
    struct Problem
    {
        accounts::FieldProblem::Severity severity = accounts::FieldProblem::Severity::Error;
        QString message;
    };

    /// Appends a row to `form`, whose widget owns the field. `label` may hold a mnemonic; without
    /// it, it is the accessible name of `input`, which is `widget` or a part of it.
    FormField(QGridLayout *form, const QString &label, QWidget *widget, QWidget *input);
    /// For a widget that is its own input.
    FormField(QGridLayout *form, const QString &label, QWidget *widget);

    QWidget *input() const { return m_input; }

    /// What the input is for; shown while there is no problem.
    void setHint(const QString &hint);
    void setProblem(const std::optional<Problem> &problem);
    void setVisible(bool visible);

Q_SIGNALS:
    /// The keyboard went on to another part of the window.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showNote();

    QWidget *m_input;
    QLabel *m_label;
    QWidget *m_cell;
    ToneLabel *m_note;
    ProblemOutline *m_outline;
    QString m_hint;
    std::optional<Problem> m_problem;
};

/// Has the label, which stands below the box, begin where the box's text does.
void alignWithTextOf(const QCheckBox &box, QLabel &label);

/// An empty form in `parent`: labels on the left, inputs on the right.
QGridLayout *makeForm(QWidget *parent);

} // namespace ui
