// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/profileeditor.h"

#include "ui/accessibility/enabling.h"
#include "ui/look/theme.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using accounts::Authentication;
using accounts::BaseUrl;
using accounts::ProfileDraft;

/// In the order of the list.
constexpr std::array authentications{Authentication::ServiceAccount, Authentication::ApiKey};
constexpr std::array editorFields{EditorField::Name,           EditorField::Identity,
                                  EditorField::Secret,         EditorField::BaseUrl,
                                  EditorField::DefaultProject, EditorField::CaFile};

constexpr int ShortestEntry = 16;

QString nameOf(Authentication authentication)
{
    return authentication == Authentication::ServiceAccount ? ProfileEditor::tr("Service account")
                                                            : ProfileEditor::tr("API key");
}

QString hintFor(Authentication authentication)
{
    return authentication == Authentication::ServiceAccount
        ? ProfileEditor::tr("OAuth 2.0 client credentials, recommended by Atlas.")
        : ProfileEditor::tr("Public and private key with HTTP Digest authentication.");
}

QString hintForUrl(const QString &text)
{
    const auto url = BaseUrl::parse(text);
    if (url && url->isAtlas())
        return ProfileEditor::tr("MongoDB Atlas.");
    if (url && url->isGovernment())
        return ProfileEditor::tr("MongoDB Atlas for Government.");
    if (url && !text.contains(url->host(), Qt::CaseInsensitive))
        return ProfileEditor::tr("Requests are sent to %1.").arg(url->toString());
    return {};
}

/// As wide as the form, however long an entry is.
void keepWithinForm(QComboBox *list)
{
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(ShortestEntry);
    list->setIconSize(ColorChoice::swatchSize());
    list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

/// What a test depends on; the name and the project are not among it.
bool mattersForTest(EditorField field)
{
    return field != EditorField::Name && field != EditorField::DefaultProject;
}

} // namespace

ProfileEditor::ProfileEditor(ProfileEdits &edits, const TestMeans &means, QWidget *parent)
    : QWidget(parent), m_edits(edits), m_means(means), m_form(makeForm(this)),
      m_origin(new ToneLabel(ToneLabel::Meaning::Muted, this)), m_name(new QLineEdit(this)),
      m_nameField(new FormField(m_form, tr("Profile &name"), m_name)),
      m_color(new ColorChoice(this)), m_colorField(new FormField(m_form, tr("Co&lor"), m_color)),
      m_authentication(new QComboBox(this)),
      m_authenticationField(new FormField(m_form, tr("A&uthentication"), m_authentication)),
      m_serviceAccount(new CredentialFields(m_form, Authentication::ServiceAccount)),
      m_apiKey(new CredentialFields(m_form, Authentication::ApiKey)),
      m_storage(new SecretStorageField(means.secrets, this)),
      m_storageLabel(new FormField(m_form, tr("&Keep secrets in"), m_storage, m_storage->input())),
      m_baseUrl(new QComboBox(this)),
      m_baseUrlField(new FormField(m_form, tr("&Base URL"), m_baseUrl)),
      m_project(new QLineEdit(this)),
      m_projectField(new FormField(m_form, tr("Default pro&ject"), m_project)),
      m_caFile(new FileEdit(
          {tr("CA certificates"), tr("Certificates (*.pem *.crt *.cer);;All files (*)")}, this)),
      m_caFileField(new FormField(m_form, tr("CA &certificates"), m_caFile, m_caFile->input())),
      m_connection(new ConnectionRow(means.signOuts, this))
{
    m_form->setContentsMargins(0, 0, theme::Gap, 0);
    m_form->addWidget(m_origin, 0, 0, 1, 2);
    m_form->addWidget(m_connection, m_form->rowCount(), 1);
    m_form->setRowStretch(m_form->rowCount(), 1);
    setUpInputs();
    followInputs();
}

void ProfileEditor::setUpInputs()
{
    m_origin->setText(tr("Created from environment variables for this session only. It cannot "
                         "be edited and is never saved."));
    m_name->setPlaceholderText(tr("Example: Production"));
    m_color->setAccessibleName(tr("Profile color"));
    for (const Authentication authentication : authentications)
        m_authentication->addItem(nameOf(authentication));
    m_storage->input()->setAccessibleName(SecretStorageField::label());
    m_baseUrl->setEditable(true);
    m_baseUrl->lineEdit()->setAccessibleName(m_baseUrl->accessibleName());
    m_baseUrl->setInsertPolicy(QComboBox::NoInsert);
    m_baseUrl->setCompleter(nullptr);
    m_baseUrl->addItems({BaseUrl::atlas().toString(), BaseUrl::government().toString()});
    m_projectField->setHint(tr("Project to open at startup (optional)."));
    m_caFileField->setHint(tr("A PEM file, needed only behind a proxy that inspects TLS."));
    for (QComboBox *list :
         {static_cast<QComboBox *>(m_color), m_authentication, m_storage->input(), m_baseUrl})
        keepWithinForm(list);
}

void ProfileEditor::followInputs()
{
    // Not textEdited(): what assistive technology enters counts, too.
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        changeDraft([&text](ProfileDraft &draft) { draft.name = text; });
        noteEdit(EditorField::Name);
        showColor();
    });
    connect(m_color, &QComboBox::activated, this, [this] {
        changeDraft([this](ProfileDraft &draft) { draft.chosenColor = m_color->color(); });
    });
    connect(m_authentication, &QComboBox::currentIndexChanged, this,
            &ProfileEditor::chooseAuthentication);
    const auto takeBaseUrl = [this] {
        changeDraft([this](ProfileDraft &draft) { draft.baseUrl = m_baseUrl->currentText(); });
        noteEdit(EditorField::BaseUrl);
    };
    connect(m_baseUrl, &QComboBox::activated, this, takeBaseUrl);
    connect(m_baseUrl->lineEdit(), &QLineEdit::textChanged, this, takeBaseUrl);
    connect(m_project, &QLineEdit::textChanged, this, [this](const QString &text) {
        changeDraft([&text](ProfileDraft &draft) { draft.defaultProject = text; });
        noteEdit(EditorField::DefaultProject);
    });
    connect(m_caFile, &FileEdit::edited, this, [this] {
        changeDraft([this](ProfileDraft &draft) { draft.caFile = m_caFile->path(); });
        noteEdit(EditorField::CaFile);
    });
    for (const CredentialFields *fields : {m_serviceAccount, m_apiKey})
        followCredential(fields);
    followField(m_nameField, EditorField::Name);
    followField(m_baseUrlField, EditorField::BaseUrl);
    followField(m_projectField, EditorField::DefaultProject);
    followField(m_caFileField, EditorField::CaFile);
    connect(m_connection, &ConnectionRow::requested, this, &ProfileEditor::testConnection);
    connect(m_connection, &ConnectionRow::secretMissing, &m_edits, &ProfileEdits::setSecretMissing);
    connect(&m_edits, &ProfileEdits::problemsChanged, this, [this] {
        showProblems();
        showPlaceholders();
    });
}

void ProfileEditor::followField(const FormField *field, EditorField name)
{
    connect(field, &FormField::left, this, [this, name] {
        if (m_row >= 0)
            m_edits.markVisited(m_row, name);
    });
}

void ProfileEditor::followCredential(const CredentialFields *fields)
{
    connect(fields, &CredentialFields::identityEdited, this, [this, fields] {
        changeDraft([fields](ProfileDraft &draft) { draft.identity = fields->identity(); });
        noteEdit(EditorField::Identity);
    });
    connect(fields, &CredentialFields::secretEdited, this, [this, fields] {
        if (m_isFilling)
            return;
        m_edits.setTypedSecret(m_row, fields->secret());
        noteEdit(EditorField::Secret);
    });
    followField(fields->identityField(), EditorField::Identity);
    followField(fields->secretField(), EditorField::Secret);
}

template<class Change>
void ProfileEditor::changeDraft(Change change)
{
    if (m_isFilling)
        return;
    ProfileDraft draft = profile().draft;
    change(draft);
    m_edits.setDraft(m_row, draft);
}

void ProfileEditor::noteEdit(EditorField field)
{
    if (m_isFilling)
        return;
    m_edits.markVisited(m_row, field);
    if (mattersForTest(field))
        m_connection->reset();
}

void ProfileEditor::showProfile(int row)
{
    m_row = row;
    m_connection->reset();
    if (row < 0)
        return;
    const QScopedValueRollback filling(m_isFilling, true);
    const ProfileDraft &draft = profile().draft;
    m_origin->setVisible(profile().isReadOnly());
    m_name->setText(profile().isReadOnly() ? profile().title() : draft.name);
    m_baseUrl->setEditText(draft.baseUrl);
    m_project->setText(draft.defaultProject);
    m_caFile->setPath(draft.caFile);
    showColor();
    showAuthentication();
    setReadOnly(profile().isReadOnly());
    showProblems();
}

void ProfileEditor::setReadOnly(bool readOnly)
{
    m_name->setReadOnly(readOnly);
    const QString fixed =
        readOnly ? tr("This profile comes from environment variables.") : QString();
    for (QWidget *input : std::initializer_list<QWidget *>{m_color, m_authentication, m_baseUrl})
        enableUnless(*input, fixed);
    m_project->setReadOnly(readOnly);
    m_caFile->setReadOnly(readOnly);
}

CredentialFields &ProfileEditor::credential() const
{
    return profile().draft.authentication == Authentication::ServiceAccount ? *m_serviceAccount
                                                                            : *m_apiKey;
}

FormField *ProfileEditor::fieldFor(EditorField field) const
{
    switch (field) {
    case EditorField::Name:
        return m_nameField;
    case EditorField::Identity:
        return credential().identityField();
    case EditorField::Secret:
        return credential().secretField();
    case EditorField::BaseUrl:
        return m_baseUrlField;
    case EditorField::DefaultProject:
        return m_projectField;
    case EditorField::CaFile:
        return m_caFileField;
    }
    Q_UNREACHABLE();
}

void ProfileEditor::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void ProfileEditor::chooseAuthentication()
{
    if (m_isFilling)
        return;
    m_edits.setAuthentication(
        m_row, authentications.at(static_cast<std::size_t>(m_authentication->currentIndex())));
    m_connection->reset();
    showAuthentication();
    showProblems();
}

void ProfileEditor::showAuthentication()
{
    const QScopedValueRollback filling(m_isFilling, true);
    const Authentication chosen = profile().draft.authentication;
    m_authentication->setCurrentIndex(
        static_cast<int>(std::find(authentications.begin(), authentications.end(), chosen)
                         - authentications.begin()));
    m_authenticationField->setHint(hintFor(chosen));
    m_serviceAccount->showProfile(profile());
    m_apiKey->showProfile(profile());
}

void ProfileEditor::showColor()
{
    const ProfileDraft &draft = profile().draft;
    m_color->setColor(draft.chosenColor, accounts::profileColorByName(draft.name));
}

void ProfileEditor::showProblems()
{
    if (m_row < 0 || m_row >= m_edits.rowCount())
        return;
    m_baseUrlField->setHint(hintForUrl(profile().draft.baseUrl));
    const QList<EditorProblem> problems = m_edits.problems(m_row);
    for (const EditorField field : editorFields) {
        const auto found =
            std::find_if(problems.begin(), problems.end(),
                         [field](const EditorProblem &problem) { return problem.field == field; });
        const bool isShown = found != problems.end() && profile().visited.contains(field);
        fieldFor(field)->setProblem(isShown ? std::optional(found->problem) : std::nullopt);
    }
}

void ProfileEditor::showPlaceholders()
{
    if (m_row >= 0 && m_row < m_edits.rowCount())
        credential().showPlaceholder(profile());
}

void ProfileEditor::testConnection()
{
    const QString obstacle = obstacleToTest();
    if (obstacle.isEmpty())
        m_connection->start(testSubject(), m_means.secrets.store());
    else
        m_connection->refuse(obstacle);
}

QString ProfileEditor::obstacleToTest()
{
    const bool isServiceAccount = profile().draft.authentication == Authentication::ServiceAccount;
    if (profile().draft.identity.trimmed().isEmpty())
        return isServiceAccount ? tr("First enter the client ID.")
                                : tr("First enter the public key.");
    if (hasErrorThatMattersForTest())
        return tr("Correct the fields with errors first.");
    if (testSubject().credential.secret.isEmpty() && !profile().canUseStoredSecret())
        return isServiceAccount ? tr("First enter the client secret.")
                                : tr("First enter the private key.");
    return {};
}

/// Shows the errors, too.
bool ProfileEditor::hasErrorThatMattersForTest()
{
    bool hasError = false;
    const QList<EditorProblem> problems = m_edits.problems(m_row);
    for (const EditorProblem &found : problems) {
        if (!mattersForTest(found.field))
            continue;
        m_edits.markVisited(m_row, found.field);
        hasError |= found.problem.severity == accounts::FieldProblem::Severity::Error;
    }
    return hasError;
}

ConnectionCheck::Subject ProfileEditor::testSubject() const
{
    const ProfileDraft &draft = profile().draft;
    ConnectionCheck::Subject subject;
    subject.profile = draft.id;
    subject.name = profile().title();
    subject.baseUrl = profile().server();
    subject.credential = profile().isReadOnly() && m_means.environment
        ? m_means.environment->credential
        : accounts::Credential{draft.authentication, draft.identity.trimmed(),
                               profile().typedSecret};
    for (const QString &file : {m_means.extraCaFile, draft.caFile.trimmed()}) {
        if (!file.isEmpty())
            subject.caFiles.append(file);
    }
    subject.deadline = m_means.deadline();
    return subject;
}

} // namespace ui
