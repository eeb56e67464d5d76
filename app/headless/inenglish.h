// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/settings/preferencevalues.h"
#include "startup/languages.h"

namespace headless {

/// Speaks the language of the texts in the code, for what is written for machines, as long as this
/// lives; then the language of the run again.
class InEnglish
{
public:
    /// `languages` must outlive this.
    InEnglish(startup::Languages &languages, accounts::Language ofRun)
        : m_languages(languages), m_ofRun(ofRun)
    {
        m_languages.speak(accounts::knownLanguages.front().language);
    }
    ~InEnglish() { m_languages.speak(m_ofRun); }
    Q_DISABLE_COPY_MOVE(InEnglish)

private:
    startup::Languages &m_languages;
    accounts::Language m_ofRun;
};

} // namespace headless
