// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/account.h"
#include "headless/run.h"
#include "insight/health/facts.h"
#include "insight/health/finding.h"
#include "share/report/exportscope.h"

#include <QElapsedTimer>

#include <chrono>

namespace headless {

/// A run that checks the exports of all projects, whatever it makes of that.
class Examination : public Run
{
    Q_OBJECT

public:
    /// `account` must outlive this.
    explicit Examination(Account &account);

    void start() override;
    void stop() override;
    QString progressText() const override;

protected:
    /// The check has come as far as it does: reads what else is wanted, and calls end() then.
    virtual void readOn() { end(); }
    /// Something has been read: says what comes of it.
    virtual Ending conclude() = 0;
    /// Concludes.
    void end() { Q_EMIT ended(conclude()); }

    Account &account() const { return m_account; }
    /// Whether the check has come to its end.
    bool hasEnded() const
    {
        return m_account.check.state() == insight::ExportCheck::State::Checked;
    }
    /// What has been read of each project, once the check has come as far as it does: of those that
    /// it has not reached, what the inventory knows.
    const insight::Facts &facts() const { return m_facts; }
    /// What the rules find there. Of a project that was not reached, one of them says so.
    QList<insight::Finding> findings() const;
    /// What was checked, and what could not be read, in the language of the moment; `missing` in
    /// sentences, if anything is.
    share::ExportScope scope(const QString &missing) const;
    /// Whether all that was asked for was read.
    bool isComplete() const;
    /// Of the check, so far.
    std::chrono::milliseconds duration() const
    {
        return std::chrono::milliseconds(m_clock.elapsed());
    }
    /// Lines on what kept all that is missing from being read; none if only single calls failed.
    QStringList reasonLines() const;
    /// These, and lines on what could not be read.
    QStringList unreadLines() const;

private:
    void follow();
    insight::Facts gatheredFacts() const;
    QList<share::ExportScope::Unread> unread() const;

    Account &m_account;
    insight::Facts m_facts;
    QElapsedTimer m_clock;
    bool m_isOver = false;
};

} // namespace headless
