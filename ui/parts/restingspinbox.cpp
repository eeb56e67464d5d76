// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/restingspinbox.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto RestBeforeChosen = 400ms;

} // namespace

RestingSpinBox::RestingSpinBox(QWidget *parent) : QSpinBox(parent), m_shown(value())
{
    setKeyboardTracking(false);
    // The wheel would take the focus, and then the next notch would count.
    setFocusPolicy(Qt::StrongFocus);
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestBeforeChosen);
    connect(this, &QSpinBox::valueChanged, this, [this] { m_rest.start(); });
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] { m_rest.start(); });
    connect(this, &QSpinBox::editingFinished, this, &RestingSpinBox::choose);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        // An empty box is no choice, but the beginning of one.
        if (!hasAcceptableInput())
            return;
        interpretText();
        choose();
    });
}

void RestingSpinBox::showValue(int value)
{
    if (m_rest.isActive() || (m_shown == value && this->value() == value))
        return;
    const QSignalBlocker quiet(this);
    m_shown = value;
    setValue(value);
}

void RestingSpinBox::setBounds(int minimum, int maximum)
{
    const QSignalBlocker quiet(this);
    setRange(minimum, maximum);
    if (!m_rest.isActive())
        m_shown = value();
}

void RestingSpinBox::markAsWish(const QString &onScreen)
{
    if (font().italic() == onScreen.isEmpty()) {
        QFont marked = font();
        marked.setItalic(!onScreen.isEmpty());
        setFont(marked);
    }
    // Where there is little room, nothing else says what the number is.
    setToolTip(onScreen.isEmpty() ? accessibleName() : onScreen);
    setAccessibleDescription(onScreen);
}

void RestingSpinBox::forgetChoice()
{
    m_rest.stop();
    showValue(m_shown);
}

void RestingSpinBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

void RestingSpinBox::choose()
{
    m_rest.stop();
    if (std::exchange(m_shown, value()) != value())
        Q_EMIT chosen(value());
}

} // namespace ui
