// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace ui {

/// A label of plain text in the colour of what it means, in light and in dark.
class ToneLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Meaning { Plain, Muted, Success, Warning, Failure };

    explicit ToneLabel(Meaning meaning, QWidget *parent = nullptr);

    Meaning meaning() const { return m_meaning; }
    void setMeaning(Meaning meaning);
    void showText(Meaning meaning, const QString &text);

private:
    void applyColor();

    Meaning m_meaning;
};

} // namespace ui
