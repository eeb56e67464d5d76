// SPDX-License-Identifier: Apache-2.0
// Usage: helppictures FOLDER: draws the pictures of the help, for each language into its folder
// there. To renew those of the repository, give resources/help; then make them small.
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/buckets/bucketviews.h"
#include "ui/findings/findingsview.h"
#include "ui/settings/settingsdialog.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTabWidget>
#include <QTest>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize WindowSize(1200, 640);
constexpr int Patience = 60'000;
/// Longer than a selection has to be still before it is looked into.
constexpr int Quiet = 1500;

/// The program, and what it asks.
class Scene
{
public:
    Scene(const atlassim::World &world, accounts::Language language, bool isSignedIn)
        : m_simulator(world)
    {
        m_isFine = m_simulator.listen();
        if (isSignedIn)
            m_fixture.saveProfile(u"Production"_s, m_simulator.baseUrl(),
                                  testsupport::serviceAccount());
        m_fixture.commandLine().language = language;
        m_fixture.commandLine().project = atlas::ProjectId::fromHex(atlassim::sample::PaymentsProd);
        m_fixture.setTheme(accounts::Theme::Light);
        m_isFine = m_isFine && m_fixture.start();
        window().resize(WindowSize);
        waitFor([this] { return window().isVisible(); });
        if (isSignedIn)
            waitFor([this] { return m_fixture.hasSession(); });
    }

    ui::MainWindow &window() const { return *m_fixture.window(); }
    Session &session() const { return m_fixture.session(); }
    bool isFine() const { return m_isFine; }

    template<class Condition>
    void waitFor(const Condition &condition)
    {
        m_isFine = m_isFine
            && QTest::qWaitFor([&condition] { return static_cast<bool>(condition()); }, Patience);
    }

    void waitUntilStill()
    {
        QTest::qWait(Quiet);
        waitFor([this] { return !m_fixture.hasSession() || !session().isBusy(); });
    }

    bool keep(QWidget &widget, const QString &path)
    {
        waitUntilStill();
        hideServer(widget);
        return m_isFine && widget.grab().save(path);
    }

private:
    /// It is not the one of readers.
    void hideServer(const QWidget &widget) const
    {
        const QString server = m_simulator.baseUrl().authority();
        const auto labels = widget.findChildren<QLabel *>();
        for (QLabel *label : labels) {
            if (label->text().contains(server))
                label->setText(label->text().replace(server, u"cloud.mongodb.com"_s));
        }
    }

    atlassim::Simulator m_simulator;
    testsupport::ProgramFixture m_fixture;
    bool m_isFine = true;
};

void foldStatus(Scene &scene)
{
    scene.window().activateWindow();
    scene.waitFor([&scene] { return scene.window().isActiveWindow(); });
    QTest::keyClick(&scene.window(), Qt::Key_3, Qt::ControlModifier);
}

bool drawWindow(const QDir &folder, accounts::Language language)
{
    Scene scene(atlassim::sample::world(), language, true);
    if (!scene.isFine())
        return false;
    foldStatus(scene);
    scene.waitUntilStill();
    auto *panel = scene.window().findChild<ui::BucketPanel *>();
    panel->findChild<QTableView *>()->selectRow(0);
    scene.waitUntilStill();
    return scene.keep(scene.window(), folder.filePath(u"window.png"_s));
}

bool drawFindings(const QDir &folder, accounts::Language language)
{
    Scene scene(atlassim::World::troubled(), language, true);
    if (!scene.isFine())
        return false;
    foldStatus(scene);
    scene.window().openAllProjects();
    auto *panel = scene.window().findChild<ui::BucketPanel *>();
    panel->findChild<ui::BucketViews *>()->goTo(ui::BucketViews::View::Findings);
    scene.waitUntilStill();
    insight::ExportCheck &check = scene.session().exportCheck();
    check.start();
    scene.waitFor([&check] { return check.state() == insight::ExportCheck::State::Checked; });
    auto *findings = panel->findChild<ui::FindingsView *>()->findChild<QTableView *>();
    findings->selectRow(2);
    return scene.keep(scene.window(), folder.filePath(u"findings.png"_s));
}

/// As it opens at the first start, filled in.
bool drawSettings(const QDir &folder, accounts::Language language)
{
    Scene scene(atlassim::sample::world(), language, false);
    ui::SettingsDialog *settings = nullptr;
    scene.waitFor([&scene, &settings] {
        settings = scene.window().findChild<ui::SettingsDialog *>();
        return settings && settings->isVisible();
    });
    if (!scene.isFine())
        return false;
    QList<QLineEdit *> edits;
    const auto all = settings->findChildren<QLineEdit *>();
    for (QLineEdit *edit : all) {
        if (edit->isVisible() && !edit->accessibleName().isEmpty())
            edits.append(edit);
    }
    const QStringList texts{u"Production"_s, atlassim::sample::ClientId,
                            atlassim::sample::ClientSecret};
    for (qsizetype i = 0; i < std::min(texts.size(), edits.size()); ++i) {
        edits.at(i)->clear();
        QTest::keyClicks(edits.at(i), texts.at(i));
    }
    return scene.keep(*settings, folder.filePath(u"settings.png"_s));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"bucketscope"_s);
    const QApplication application(argc, argv);
    const QDir folder(QCoreApplication::arguments().value(1));
    for (const accounts::KnownLanguage &known : accounts::knownLanguages) {
        const QDir own(folder.filePath(known.code));
        const bool isDrawn = QDir().mkpath(own.path()) && drawWindow(own, known.language)
            && drawFindings(own, known.language) && drawSettings(own, known.language);
        if (!isDrawn) {
            std::fprintf(stderr, "The pictures in %s could not be drawn.\n",
                         qUtf8Printable(own.path()));
            return 2;
        }
    }
    return 0;
}
