// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/importrow.h"

#include "base/texts/showntext.h"
#include "ui/accessibility/enabling.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"
#include "ui/parts/formfield.h"
#include "ui/parts/tonelabel.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using accounts::ImportCandidate;
using Place = ImportCandidate::SecretPlace;
using Meaning = ToneLabel::Meaning;

constexpr int LineDistance = 3;
constexpr qsizetype LongestName = 60;

QString authenticationOf(const accounts::ProfileDraft &draft)
{
    return draft.authentication == accounts::Authentication::ServiceAccount
        ? ImportRow::tr("Service account")
        : ImportRow::tr("API key");
}

QString hostOf(const accounts::ProfileDraft &draft)
{
    const auto url = accounts::BaseUrl::parse(draft.baseUrl);
    return url ? url->host() : draft.baseUrl;
}

QString summaryOf(const accounts::ProfileDraft &draft)
{
    QStringList parts{authenticationOf(draft), hostOf(draft)};
    if (!draft.identity.isEmpty())
        parts.append(draft.identity);
    if (!draft.defaultProject.isEmpty())
        parts.append(ImportRow::tr("project %1").arg(draft.defaultProject));
    return parts.join(u" · "_s);
}

/// Notes on a secret that is elsewhere come with the candidate.
QString secretLineOf(const ImportCandidate &candidate)
{
    return candidate.secretPlace == Place::InFile
        ? ImportRow::tr("The secret is in this file and will be imported.")
        : QString();
}

} // namespace

ImportRow::ImportRow(const ImportCandidate &candidate, QWidget *parent)
    : QWidget(parent), m_candidate(candidate), m_choice(new QCheckBox(this))
{
    const bool isPossible = !candidate.problem;
    QString name = base::shownText(candidate.sourceName, LongestName);
    m_choice->setToolTip(toolTipFor(candidate.sourceName));
    m_choice->setText(name.replace(u'&', "&&"_L1));
    m_choice->setAccessibleName(candidate.sourceName);
    m_choice->setFont(theme::bold(m_choice->font()));
    m_choice->setChecked(isPossible);
    enableUnless(*m_choice, candidate.problem.value_or(QString()));
    connect(m_choice, &QCheckBox::toggled, this, &ImportRow::choiceChanged);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    layout->setSpacing(LineDistance);
    layout->addWidget(m_choice);
    QStringList description;
    const auto addLine = [&](Meaning meaning, const QString &text) {
        if (text.isEmpty())
            return;
        auto *line = new ToneLabel(meaning, this);
        line->setText(text);
        alignWithTextOf(*m_choice, *line);
        layout->addWidget(line);
        description.append(text);
    };
    if (isPossible) {
        addLine(Meaning::Muted, summaryOf(candidate.draft));
        addLine(Meaning::Muted, secretLineOf(candidate));
        const bool mustType = candidate.secretPlace != Place::InFile;
        for (qsizetype i = 0; i < candidate.notes.size(); ++i)
            addLine(mustType && i == 0 ? Meaning::Warning : Meaning::Muted, candidate.notes.at(i));
    } else {
        addLine(Meaning::Failure, *candidate.problem);
    }
    m_choice->setAccessibleDescription(description.join(u' '));
}

} // namespace ui
