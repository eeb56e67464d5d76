// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/preferencevalues.h"

#include <QTranslator>

#include <memory>

namespace startup {

/// Gives the application the texts and number formats of one language, as long as this lives.
class Languages
{
public:
    Languages() = default;
    ~Languages();
    Q_DISABLE_COPY_MOVE(Languages)

    /// Speaks `language` from now on; windows made before keep their texts.
    void speak(accounts::Language language);

private:
    std::unique_ptr<QTranslator> load(const QString &file, const QString &folder);
    void forget();

    std::unique_ptr<QTranslator> m_ours;
    std::unique_ptr<QTranslator> m_qts;
};

} // namespace startup
