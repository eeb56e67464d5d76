// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/checkrun.h"
#include "insight/authors/authorreader.h"
#include "insight/history/comparison.h"

#include <optional>

namespace headless {

/// Tells what changed since an earlier reading, and by whom, where Atlas's events leave no doubt.
/// Of the events, only those of projects that changed are read; without them, nobody is named.
class ChangesRun final : public Examination
{
    Q_OBJECT

public:
    ChangesRun(Account &account, const CheckRun::Means &means);

    void start() override;
    void stop() override;
    QString progressText() const override;

protected:
    void readOn() override;
    Ending conclude() override;

private:
    void followAuthors();
    QByteArray written() const;
    QStringList notesOnFirst() const;
    QString missingText() const;

    CheckRun::Means m_means;
    std::optional<EarlierReading> m_before;
    insight::KeptReading m_now;
    bool m_isKept = false;
    /// Nothing if there is no earlier reading.
    std::optional<insight::Comparison> m_comparison;
    insight::AuthorReader m_authors;
    /// The first call for events that has failed.
    std::optional<atlas::ApiError> m_authorProblem;
};

} // namespace headless
