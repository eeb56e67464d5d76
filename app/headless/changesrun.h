// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/checkrun.h"
#include "insight/history/comparison.h"

namespace headless {

/// Tells what changed since an earlier reading.
class ChangesRun final : public Examination
{
    Q_OBJECT

public:
    ChangesRun(Account &account, const CheckRun::Means &means);

    void start() override;

protected:
    Ending conclude() override;

private:
    QByteArray written(const std::optional<insight::Comparison> &comparison) const;
    QString noteOnFirst() const;

    CheckRun::Means m_means;
    std::optional<EarlierReading> m_before;
};

} // namespace headless
