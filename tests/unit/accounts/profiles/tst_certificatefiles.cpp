// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/certificatefiles.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::CertificateFiles;

/// What is wrong with CA files, read beside the thread that asks.
class CertificateFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void readsOnceUntilToldTo();
    void asksNothingOfAnEmptyPath();
    void mayGoWhileItReads();

private:
    QString fileWith(const QByteArray &content);

    QTemporaryDir m_folder;
};

QString CertificateFilesTest::fileWith(const QByteArray &content)
{
    const QString path = m_folder.filePath(u"ca.pem"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return path;
}

void CertificateFilesTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("says");
    QTest::newRow("folder") << u"/"_s << u"This is a folder."_s;
    QTest::newRow("device") << u"/dev/zero"_s << u"This is not a regular file."_s;
    QTest::newRow("no certificate") << fileWith("x") << u"does not contain a PEM certificate"_s;
}

void CertificateFilesTest::saysWhatIsWrong()
{
    QFETCH(const QString, path);
    QFETCH(const QString, says);
    CertificateFiles files;
    QSignalSpy changed(&files, &CertificateFiles::changed);
    QVERIFY(!files.problemWith(path));
    QVERIFY(files.isReading());
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(files.problemWith(path).value_or(QString()).contains(says));
    QVERIFY(!files.isReading());
}

void CertificateFilesTest::readsOnceUntilToldTo()
{
    const QString path = fileWith("no certificate");
    CertificateFiles files;
    QSignalSpy settled(&files, &CertificateFiles::settled);
    files.problemWith(path);
    QTRY_COMPARE(settled.size(), 1);
    const auto before = files.problemWith(path);
    QVERIFY(QFile::remove(path));
    QCOMPARE(files.problemWith(path), before);
    QVERIFY(!files.isReading());

    files.readAgain({path, QString(), path});
    QCOMPARE(files.problemWith(path), before);
    QTRY_COMPARE(settled.size(), 2);
    QVERIFY(files.problemWith(path) != before);
}

void CertificateFilesTest::asksNothingOfAnEmptyPath()
{
    CertificateFiles files;
    QVERIFY(!files.problemWith({}));
    files.readAgain({QString()});
    QVERIFY(!files.isReading());
}

void CertificateFilesTest::mayGoWhileItReads()
{
    const QString path = fileWith("x");
    for (int i = 0; i < 20; ++i) {
        CertificateFiles files;
        files.problemWith(path);
    }
    CertificateFiles last;
    last.problemWith(path);
    QTRY_VERIFY(last.problemWith(path));
}

QTEST_GUILESS_MAIN(CertificateFilesTest)
#include "tst_certificatefiles.moc"
