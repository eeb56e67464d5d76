// SPDX-License-Identifier: Apache-2.0
#include "headless/progressline.h"

#include "base/process/terminal.h"
#include "startup/textcolumns.h"

#include <chrono>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace headless {

namespace {

constexpr auto DrawInterval = 200ms;

void print(const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
}

} // namespace

ProgressLine::ProgressLine()
{
    m_timer.setInterval(DrawInterval);
    connect(&m_timer, &QTimer::timeout, this, &ProgressLine::draw);
}

ProgressLine::~ProgressLine()
{
    stop();
}

void ProgressLine::start(const std::function<QString()> &text)
{
    if (!base::isErrorATerminal())
        return;
    m_text = text;
    m_timer.start();
}

void ProgressLine::stop()
{
    m_timer.stop();
    clear();
}

void ProgressLine::draw()
{
    const QString text = startup::cutToColumns(m_text().simplified(), startup::TerminalColumns - 1);
    if (text == m_drawn)
        return;
    clear();
    print(text);
    m_drawn = text;
}

/// With blanks alone: no terminal takes them for anything else.
void ProgressLine::clear()
{
    if (m_drawn.isEmpty())
        return;
    print(u'\r' + QString(startup::columnsOf(m_drawn), u' ') + u'\r');
    m_drawn.clear();
}

void printLine(const QString &text)
{
    print(u"bucketscope: "_s + text.simplified() + u'\n');
}

} // namespace headless
