// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/command.h"
#include "headless/examination.h"
#include "headless/inenglish.h"
#include "headless/keptreadings.h"
#include "headless/output.h"
#include "insight/health/accepted.h"
#include "share/checks/checkreport.h"

#include <optional>

namespace headless {

/// Checks the exports, and tells what is wrong with them.
class CheckRun final : public Examination
{
    Q_OBJECT

public:
    /// What a check goes by besides the account. All of it must outlive the run.
    struct Means
    {
        Output &output;
        const Command &command;
        startup::Languages &languages;
        KeptReadings &readings;
        /// Whether what is read is kept.
        bool keeps = true;
    };

    CheckRun(Account &account, const Means &means, const insight::AcceptedFindings &accepted);

    void start() override;

protected:
    Ending conclude() override;

private:
    QByteArray written(share::CheckReport report) const;
    bool isFound(const QList<insight::Finding> &findings) const;
    std::optional<QList<atlas::ProjectId>> checkedProjects() const;

    Means m_means;
    insight::AcceptedFindings m_accepted;
};

} // namespace headless
