// SPDX-License-Identifier: Apache-2.0
#include "ui/findings/checkbar.h"

#include "insight/advice/findingtext.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/keptcolors.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/parts/roomybutton.h"

#include <QHBoxLayout>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace ui {

using insight::ExportCheck;

namespace {

constexpr int CheckProgressWidth = 120;
constexpr int CheckProgressHeight = 6;
/// The age is told in minutes.
constexpr auto AgingStep = 20s;

} // namespace

CheckBar::CheckBar(Place place, QWidget *parent)
    : QWidget(parent), m_place(place), m_status(new ElidedLabel(this)),
      m_age(new ElidedLabel(this)), m_progress(new QProgressBar(this)),
      m_stop(
          makeFlatButton(this, tr("Stop checking"), LineIcon::Stop, Qt::ToolButtonTextBesideIcon)),
      m_resume(makeFlatButton(this, tr("Resume checking"), LineIcon::Next,
                              Qt::ToolButtonTextBesideIcon)),
      m_start(new RoomyButton(tr("Check exports"), this))
{
    m_status->setAccessibleDescription(tr("Check status"));
    m_age->setAccessibleDescription(tr("Age of the check"));
    m_progress->setAccessibleName(tr("Check progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(CheckProgressWidth, CheckProgressHeight);
    m_aging.setInterval(AgingStep);
    layOut();
    setCounts({});
    showCheck();
    connect(&m_aging, &QTimer::timeout, this, &CheckBar::showAge);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_check)
            m_check->start();
    });
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_check)
            m_check->stop();
    });
    connect(m_resume, &QToolButton::clicked, this, [this] {
        if (m_check)
            m_check->resume();
    });
    keepColored(*this, [this] { theme::setTextColor(*m_age, theme::mutedText(palette())); });
}

void CheckBar::layOut()
{
    auto *layout = new QHBoxLayout(this);
    if (m_place == Place::AboveFindings)
        layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, 0);
    else
        layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::Gap);
    layout->addWidget(m_status);
    layout->addWidget(m_age);
    layout->addWidget(m_progress);
    if (m_place == Place::AboveFindings)
        layout->addStretch();
    else
        m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_stop);
    layout->addWidget(m_resume);
    layout->addWidget(m_start);
    // Rows stay where they are, whichever of the buttons there is.
    measures::keepFitting(*this, [this] {
        const QMargins around = this->layout()->contentsMargins();
        setMinimumHeight(std::max(m_start->sizeHint().height(), m_stop->sizeHint().height())
                         + around.top() + around.bottom());
    });
}

void CheckBar::setCheck(ExportCheck *check)
{
    if (m_check)
        disconnect(m_check, nullptr, this, nullptr);
    m_check = check;
    if (m_check)
        connect(m_check, &ExportCheck::changed, this, &CheckBar::showCheck);
    showCheck();
}

void CheckBar::setCounts(const insight::FindingCounts &counts)
{
    m_counts = counts;
    showCheck();
}

void CheckBar::showCheck()
{
    using State = ExportCheck::State;
    const State state = m_check ? m_check->state() : State::Unchecked;
    const bool isChecking = state == State::Checking;
    if (m_place == Place::AboveFindings)
        setVisible(state != State::Unchecked);
    m_stop->setVisible(isChecking);
    m_resume->setVisible(state == State::Stopped);
    m_start->setVisible(m_check && !isChecking);
    m_progress->setVisible(isChecking);
    if (m_check) {
        const ExportCheck::Progress progress = m_check->progress();
        m_progress->setMaximum(std::max(1, progress.projects));
        m_progress->setValue(progress.done);
        m_status->setText(insight::checkStatusText(*m_check, m_counts));
    }
    showAge();
    showEstimate();
}

/// What another check takes is told before it is started.
void CheckBar::showEstimate()
{
    if (m_check && !m_start->isHidden())
        m_start->setToolTip(insight::checkEstimateText(*m_check));
}

void CheckBar::showAge()
{
    if (m_place == Place::BelowView) {
        m_age->hide();
        return;
    }
    m_age->setText(m_check ? insight::checkAgeText(*m_check, QDateTime::currentDateTimeUtc())
                           : QString());
    m_age->setVisible(!m_age->text().isEmpty());
    if (m_age->isHidden())
        m_aging.stop();
    else if (!m_aging.isActive())
        m_aging.start();
}

} // namespace ui
