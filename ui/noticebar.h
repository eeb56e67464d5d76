// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace ui {

/// A band above what it speaks of: what is shown, what went wrong, what happens next.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Information, Warning };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// `headline` is bold; `actionText` may be empty, then there is nothing to press.
    void showNotice(Kind kind, const QString &headline, const QString &text,
                    const QString &actionText = {});
    QString text() const;

Q_SIGNALS:
    /// The action was pressed.
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyColors();

    Kind m_kind = Kind::Information;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_text;
    QToolButton *m_action;
};

} // namespace ui
