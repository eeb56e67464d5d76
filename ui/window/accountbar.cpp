// SPDX-License-Identifier: Apache-2.0
#include "ui/window/accountbar.h"

#include "base/texts/agetext.h"
#include "session/session.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/keptcolors.h"
#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QLocale>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto ClockInterval = 5s;
/// Some frames: each of thousands of answers tells another rate limit.
constexpr auto NewsInterval = 100ms;
constexpr int LongestIdentity = 16;

QString shortened(const QString &identity)
{
    return identity.size() > LongestIdentity ? QString(identity.first(LongestIdentity) + u'…')
                                             : identity;
}

} // namespace

AccountBar::AccountBar(QWidget *parent)
    : QWidget(parent), m_account(new ElidedLabel(this)), m_freshness(new ElidedLabel(this))
{
    for (QLabel *label : {m_account, m_freshness})
        label->setFont(theme::smaller(font()));
    m_account->setAccessibleDescription(tr("Account"));
    m_freshness->setAccessibleDescription(tr("Last updated"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::Margin, 1, theme::Margin, 1);
    layout->addWidget(m_account);
    layout->addStretch();
    layout->addWidget(m_freshness);
    m_clock.setInterval(ClockInterval);
    m_news.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &AccountBar::showSession);
    connect(&m_news, &QTimer::timeout, this, &AccountBar::showSession);
    keepColored(*this, [this] { applyColors(); });
    showSession();
}

void AccountBar::setSession(Session *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(&m_session->pager(), nullptr, this, nullptr);
        disconnect(&m_session->inventory(), nullptr, this, nullptr);
    }
    m_session = session;
    if (session) {
        connect(session, &Session::noticesChanged, this, &AccountBar::showNews);
        connect(session, &Session::busyChanged, this, &AccountBar::showNews);
        connect(&session->pager(), &buckets::BucketPager::changed, this, &AccountBar::showSession);
        connect(&session->inventory(), &buckets::Inventory::changed, this,
                &AccountBar::showSession);
        m_clock.start();
    } else {
        m_clock.stop();
    }
    showSession();
}

/// Now and then while much is read, and once it has been.
void AccountBar::showNews()
{
    if (!m_session->isBusy()) {
        m_news.stop();
        showSession();
    } else if (!m_news.isActive()) {
        m_news.start(NewsInterval);
    }
}

void AccountBar::addToEnd(QWidget &widget)
{
    layout()->addWidget(&widget);
}

void AccountBar::showSession()
{
    m_account->setText(m_session ? accountText() : tr("Not signed in"));
    m_freshness->setText(m_session ? freshnessText() : QString());
}

void AccountBar::applyColors()
{
    for (QLabel *label : {m_account, m_freshness})
        theme::setTextColor(*label, theme::mutedText(palette()));
}

QString AccountBar::accountText() const
{
    const accounts::Profile &profile = m_session->profile();
    const QString identity = shortened(profile.identity);
    const QUrl url = profile.baseUrl.url();
    const QString who = profile.authentication == accounts::Authentication::ServiceAccount
        ? tr("Service account %1").arg(identity)
        : tr("API key %1").arg(identity);
    return who + u" · "_s + url.authority(QUrl::FullyEncoded);
}

QString AccountBar::freshnessText() const
{
    QStringList parts;
    const QLocale locale;
    const net::RateLimit limit = m_session->rateLimit();
    if (limit.isKnown())
        parts.append(tr("Rate limit: %1 of %2 left")
                         .arg(locale.toString(*limit.remaining), locale.toString(*limit.limit)));
    const buckets::Inventory &inventory = m_session->inventory();
    const QDateTime readAt = inventory.isShown() ? inventory.readAt() : m_session->pager().readAt();
    if (readAt.isValid()) {
        //: %1: 3 hours ago.
        parts.append(tr("Updated %1").arg(base::agoText(readAt, QDateTime::currentDateTimeUtc())));
    }
    return parts.join(u" · "_s);
}

} // namespace ui
