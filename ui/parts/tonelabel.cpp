// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/tonelabel.h"

#include "ui/look/keptcolors.h"
#include "ui/look/theme.h"

#include <QGuiApplication>

namespace ui {

namespace {

QColor colorOf(ToneLabel::Meaning meaning)
{
    const QPalette palette = QGuiApplication::palette();
    switch (meaning) {
    case ToneLabel::Meaning::Plain:
        return palette.color(QPalette::WindowText);
    case ToneLabel::Meaning::Muted:
        return theme::mutedText(palette);
    case ToneLabel::Meaning::Success:
        return theme::success(palette);
    case ToneLabel::Meaning::Warning:
        return theme::warningBand(palette).text;
    case ToneLabel::Meaning::Failure:
        return theme::failure(palette);
    }
    Q_UNREACHABLE();
}

} // namespace

ToneLabel::ToneLabel(Meaning meaning, QWidget *parent) : QLabel(parent), m_meaning(meaning)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    keepColored(*this, [this] { applyColor(); });
}

void ToneLabel::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    applyColor();
}

void ToneLabel::showText(Meaning meaning, const QString &text)
{
    setMeaning(meaning);
    setText(text);
}

void ToneLabel::applyColor()
{
    theme::setTextColor(*this, colorOf(m_meaning));
}

} // namespace ui
