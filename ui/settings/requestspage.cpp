// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/requestspage.h"

#include "ui/settings/spacing.h"
#include "ui/settings/tonelabel.h"
#include "ui/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int CheckNoteDistance = 2;
constexpr int NarrowestNumberInput = 130;

/// The newest version that we know, and the ones before it that people ask for.
QStringList knownVersions()
{
    return {atlas::ApiVersion().toString(), u"2024-05-30"_s, u"2023-01-01"_s};
}

/// Adds a row with a check box and a line that says what it is for.
QCheckBox *addCheckBox(QGridLayout *form, const QString &text, const QString &hint)
{
    auto *cell = new QWidget(form->parentWidget());
    auto *box = new QCheckBox(text, cell);
    box->setAccessibleName(withoutMnemonic(text));
    box->setAccessibleDescription(hint);
    auto *note = new ToneLabel(ToneLabel::Meaning::Muted, cell);
    note->setFont(theme::smaller(note->font()));
    note->setText(hint);
    alignWithTextOf(*box, *note);
    auto *layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(CheckNoteDistance);
    layout->addWidget(box);
    layout->addWidget(note);
    form->addWidget(cell, form->rowCount(), 1);
    return box;
}

/// A list as wide as it needs to be, and no wider.
void keepNarrow(QWidget *input)
{
    input->setMinimumWidth(NarrowestNumberInput);
    input->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

} // namespace

RequestsPage::RequestsPage(const accounts::PreferenceValues &values, QWidget *parent)
    : QWidget(parent), m_form(makeForm(this)), m_itemsPerPage(new QSpinBox(this)),
      m_itemsPerPageField(new FormField(m_form, tr("&Items per page"), m_itemsPerPage)),
      m_includeCount(addCheckBox(m_form, tr("&Ask for the total count"),
                                 tr("Needed to show the number of pages."))),
      m_envelope(
          addCheckBox(m_form, tr("&Envelope"), tr("Adds the HTTP status to the response body."))),
      m_prettyPrint(
          addCheckBox(m_form, tr("&Pretty-print"), tr("Indents the JSON. Responses are larger."))),
      m_readRegions(addCheckBox(m_form, tr("Load &regions in the background"),
                                tr("Atlas does not return regions in bucket lists. Loading "
                                   "them takes one request per visible bucket."))),
      m_fetchAhead(addCheckBox(m_form, tr("&Fetch the next page in advance"),
                               tr("Shows the next page instantly. Uses one request even if you "
                                  "do not open it."))),
      m_apiVersion(new QComboBox(this)),
      m_apiVersionField(new FormField(m_form, tr("API &version"), m_apiVersion)),
      m_timeout(new QSpinBox(this)),
      m_timeoutField(new FormField(m_form, tr("&Timeout"), m_timeout))
{
    m_form->setContentsMargins(PageMargin, PageMargin, PageMargin, PageMargin);
    m_form->setRowStretch(m_form->rowCount(), 1);
    setUpInputs();
    showValues(values);
    connect(m_apiVersion, &QComboBox::editTextChanged, this, &RequestsPage::checkVersion);
}

void RequestsPage::setUpInputs()
{
    m_itemsPerPage->setRange(atlas::ItemsPerPage::Min, atlas::ItemsPerPage::Max);
    m_itemsPerPageField->setHint(tr("%1 to %2. Larger pages need fewer requests.")
                                     .arg(atlas::ItemsPerPage::Min)
                                     .arg(atlas::ItemsPerPage::Max));
    m_apiVersion->setEditable(true);
    m_apiVersion->lineEdit()->setAccessibleName(m_apiVersion->accessibleName());
    m_apiVersion->setInsertPolicy(QComboBox::NoInsert);
    m_apiVersion->setCompleter(nullptr);
    m_apiVersion->addItems(knownVersions());
    m_apiVersionField->setHint(tr("Atlas uses the latest version up to this date."));
    m_timeout->setRange(accounts::TimeoutSeconds::Min, accounts::TimeoutSeconds::Max);
    m_timeout->setSuffix(tr(" s"));
    m_timeoutField->setHint(tr("Maximum time for each attempt, including sign-in."));
    for (QWidget *input : std::initializer_list<QWidget *>{m_itemsPerPage, m_apiVersion, m_timeout})
        keepNarrow(input);
}

void RequestsPage::showValues(const accounts::PreferenceValues &values)
{
    m_itemsPerPage->setValue(values.itemsPerPage.value());
    m_includeCount->setChecked(values.includeCount);
    m_envelope->setChecked(values.envelope);
    m_prettyPrint->setChecked(values.prettyPrint);
    m_readRegions->setChecked(values.readRegions);
    m_fetchAhead->setChecked(values.fetchAhead);
    m_apiVersion->setEditText(values.apiVersion.toString());
    m_timeout->setValue(values.timeout.value());
}

void RequestsPage::writeTo(accounts::PreferenceValues &values) const
{
    Q_ASSERT(!problem());
    values.itemsPerPage =
        atlas::ItemsPerPage::from(m_itemsPerPage->value()).value_or(values.itemsPerPage);
    values.includeCount = m_includeCount->isChecked();
    values.envelope = m_envelope->isChecked();
    values.prettyPrint = m_prettyPrint->isChecked();
    values.readRegions = m_readRegions->isChecked();
    values.fetchAhead = m_fetchAhead->isChecked();
    values.apiVersion = atlas::ApiVersion::fromString(m_apiVersion->currentText().trimmed())
                            .value_or(values.apiVersion);
    values.timeout = accounts::TimeoutSeconds::from(m_timeout->value()).value_or(values.timeout);
}

std::optional<QString> RequestsPage::problem() const
{
    if (atlas::ApiVersion::fromString(m_apiVersion->currentText().trimmed()))
        return std::nullopt;
    return tr("Enter a date. Example: %1").arg(knownVersions().constFirst());
}

void RequestsPage::goToProblem()
{
    m_apiVersion->setFocus(Qt::OtherFocusReason);
}

void RequestsPage::checkVersion()
{
    const auto found = problem();
    m_apiVersionField->setProblem(
        found ? std::optional(FormField::Problem{accounts::FieldProblem::Severity::Error, *found})
              : std::nullopt);
    Q_EMIT problemChanged();
}

} // namespace ui
