// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/filesecretstore.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/recordingserver.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/settings/settingsdialog.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;
using testsupport::click;
using testsupport::findByName;
using testsupport::typeInto;

/// A saved secret goes to the server it was entered for, whatever becomes of the profile's address.
class SecretServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void staysWhenTheFileNamesAnotherServer();
    void staysWhenAnotherServerIsTyped();
    void asksOnceWhereTheServerIsNotKnown();

private:
    void start();
    void saveProfile();
    void openFirstProfile();
    void replaceIn(const QString &path, const QByteArray &what, const QByteArray &with);
    QDialog *settings() const { return m_fixture->window()->findChild<ui::SettingsDialog *>(); }
    QString secretsPath() const
    {
        return accounts::FileSecretStore::pathBeside(m_fixture->settingsPath());
    }
    QString allText() const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::RecordingServer> m_other;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void SecretServerTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_other = std::make_unique<testsupport::RecordingServer>(
        [](const QByteArray &) { return testsupport::httpAnswer(401); });
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->useSecretStores([this](accounts::SecretStorage) {
        return std::make_unique<accounts::FileSecretStore>(secretsPath());
    });
    saveProfile();
}

void SecretServerTest::cleanup()
{
    m_fixture.reset();
    m_other.reset();
    m_simulator.reset();
}

void SecretServerTest::start()
{
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
}

/// As a user does, and then ends the program.
void SecretServerTest::saveProfile()
{
    start();
    QTRY_VERIFY(settings());
    QVERIFY(typeInto(settings(), u"Profile name"_s, u"Staging"_s));
    QVERIFY(typeInto(settings(), u"Client ID"_s, QString(atlassim::sample::ClientId)));
    QVERIFY(typeInto(settings(), u"Client secret"_s, QString(atlassim::sample::ClientSecret)));
    QVERIFY(typeInto(settings(), u"Base URL"_s, m_simulator->baseUrl().toString()));
    QVERIFY(click(settings(), u"OK"_s));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!m_fixture->session().isBusy());
    m_fixture->window()->close();
    m_fixture->stop();
}

void SecretServerTest::replaceIn(const QString &path, const QByteArray &what,
                                 const QByteArray &with)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    QVERIFY(content.contains(what));
    content.replace(what, with);
    QVERIFY(file.resize(0) && file.seek(0));
    QCOMPARE(file.write(content), content.size());
}

QString SecretServerTest::allText() const
{
    QStringList texts;
    const auto labels = m_fixture->window()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

void SecretServerTest::staysWhenTheFileNamesAnotherServer()
{
    const QByteArray own = m_simulator->baseUrl().toEncoded();
    const QByteArray other = m_other->baseUrl().toEncoded();
    replaceIn(m_fixture->settingsPath(), own, other);
    start();
    QTRY_VERIFY(findByName<QWidget>(m_fixture->window(), u"Enter the secret"_s));
    QVERIFY2(allText().contains(QString::fromLatin1(own)), qPrintable(allText()));
    QVERIFY2(allText().contains(QString::fromLatin1(other)), qPrintable(allText()));
    QVERIFY(!m_fixture->hasSession());
    QCOMPARE(m_other->connectionCount(), 0);

    // Nothing is lost: with its own address, the profile opens as before.
    m_fixture->window()->close();
    m_fixture->stop();
    replaceIn(m_fixture->settingsPath(), other, own);
    start();
    QTRY_VERIFY(m_fixture->hasSession());
}

void SecretServerTest::staysWhenAnotherServerIsTyped()
{
    start();
    QTRY_VERIFY(m_fixture->hasSession());
    QTest::keyClick(m_fixture->window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(settings());
    QVERIFY(typeInto(settings(), u"Base URL"_s, m_other->baseUrl().toString()));
    QVERIFY(click(settings(), u"Test connection"_s));
    QVERIFY(allText().contains(u"is not sent to "_s + m_other->baseUrl().toString()));
    QVERIFY(click(settings(), u"OK"_s));
    QTRY_VERIFY(findByName<QWidget>(m_fixture->window(), u"Enter the secret"_s));
    QCOMPARE(m_other->connectionCount(), 0);

    // The secret that was entered for the new server goes there.
    QVERIFY(click(m_fixture->window(), u"Enter the secret"_s));
    QTRY_VERIFY(settings());
    QVERIFY(typeInto(settings(), u"Client secret"_s, u"another"_s));
    QVERIFY(click(settings(), u"OK"_s));
    QTRY_VERIFY(m_other->connectionCount() > 0);
    QVERIFY(!m_other->received().contains(QByteArray(atlassim::sample::ClientSecret.data())));
}

void SecretServerTest::asksOnceWhereTheServerIsNotKnown()
{
    // As a version wrote it that kept the secret alone.
    QFile file(secretsPath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray id = file.readAll().split('=').constFirst();
    QVERIFY(file.resize(0) && file.seek(0));
    file.write(id + '=' + QString(atlassim::sample::ClientSecret).toUtf8().toBase64() + '\n');
    file.close();
    m_simulator->clearSeenRequests();

    const QString confirm = u"Use it for "_s + m_simulator->baseUrl().toString();
    start();
    QTRY_VERIFY(findByName<QWidget>(m_fixture->window(), confirm));
    QVERIFY(m_simulator->seenRequests().isEmpty());
    QVERIFY(click(m_fixture->window(), confirm));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(m_fixture->session().projects().rowCount() > 0);
    m_fixture->window()->close();
    m_fixture->stop();
    start();
    QTRY_VERIFY(m_fixture->hasSession());
}

QTEST_MAIN(SecretServerTest)
#include "tst_secretserver.moc"
