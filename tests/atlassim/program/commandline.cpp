// SPDX-License-Identifier: Apache-2.0
#include "commandline.h"

#include "tests/atlassim/world/sampleworld.h"

#include <QCommandLineParser>

#include <limits>

namespace atlassim {

namespace {

constexpr int AnyNumber = std::numeric_limits<int>::max();

QString name(const char *text)
{
    return QString::fromLatin1(text);
}

QCommandLineOption withValue(const char *option, const char *description, const char *value)
{
    return {name(option), name(description), name(value)};
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(name("Serves a sample of the Atlas Administration API on "
                                          "127.0.0.1."));
    parser.addOptions({
        {{name("h"), name("help")}, name("Show this help.")},
        withValue("port", "Listen there; 0 picks a free one.", "N"),
        withValue("latency", "Answer so much later.", "MS"),
        withValue("token-lifetime", "How long a Bearer token lives.", "S"),
        withValue("rate-capacity",
                  "Tokens in every rate limit's bucket, in place of Atlas' own numbers.", "N"),
        {name("strict-nonce-count"),
         name("Refuse a Digest nonce count that is not greater than all before it.")},
        withValue("export-duration", "A job in progress takes so long; 0: for ever.", "S"),
        withValue("projects", "So many synthetic projects in place of the sample.", "N"),
        withValue("buckets", "Buckets in each synthetic project.", "N"),
        withValue("clusters", "Clusters in each synthetic project, all of which export.", "N"),
        withValue("world", "sample, or troubled: where something of each kind is wrong.", "NAME"),
        withValue("shift", "Shift each list after each page: insert, remove or swap.", "KIND"),
        withValue("port-file", "Write the port there once it listens.", "FILE"),
        withValue("certificate", "Serve HTTPS with this certificate (PEM).", "FILE"),
        withValue("key", "The certificate's private key (PEM).", "FILE"),
        {name("until-stdin-closes"), name("Quit when standard input ends.")},
    });
}

/// Reads numbers and remembers the first that is none.
class NumberReader
{
public:
    explicit NumberReader(const QCommandLineParser &parser) : m_parser(parser) { }

    int read(const char *option, int fallback, int highest = AnyNumber)
    {
        if (!m_parser.isSet(name(option)))
            return fallback;
        bool ok = false;
        const int value = m_parser.value(name(option)).toInt(&ok);
        if ((!ok || value < 0 || value > highest) && m_problem.isEmpty()) {
            m_problem =
                QStringLiteral("--%1 wants a number from 0 to %2.").arg(name(option)).arg(highest);
        }
        return value;
    }

    QString problem() const { return m_problem; }

private:
    const QCommandLineParser &m_parser;
    QString m_problem;
};

CommandLine read(const QCommandLineParser &parser, NumberReader &numbers)
{
    CommandLine line;
    line.helpWanted = parser.isSet(name("help"));
    line.port = static_cast<quint16>(numbers.read("port", 0, 65535));
    line.options.latency = std::chrono::milliseconds(numbers.read("latency", 0));
    line.options.tokenLifetime = std::chrono::seconds(numbers.read("token-lifetime", 3600));
    if (parser.isSet(name("rate-capacity")))
        line.options.rateCapacity = numbers.read("rate-capacity", 0);
    line.options.exportDuration = std::chrono::seconds(numbers.read("export-duration", 90));
    line.options.strictlyIncreasingNonceCount = parser.isSet(name("strict-nonce-count"));
    if (const auto kind = ListShift::kindNamed(parser.value(name("shift"))))
        line.shift = ListShift{*kind};
    line.portFile = parser.value(name("port-file"));
    line.certificateFile = parser.value(name("certificate"));
    line.keyFile = parser.value(name("key"));
    line.untilStdinCloses = parser.isSet(name("until-stdin-closes"));
    return line;
}

bool isWorld(const QString &world)
{
    return world.isEmpty() || world == name("sample") || world == name("troubled");
}

World worldFor(const QCommandLineParser &parser, NumberReader &numbers)
{
    const int projects = numbers.read("projects", 10, 100000);
    const int buckets = numbers.read("buckets", 100, 1000000);
    const int clusters = numbers.read("clusters", 0, 1000);
    if (!numbers.problem().isEmpty())
        return {};
    if (parser.isSet(name("clusters")))
        return World::withClusters(projects, buckets, clusters);
    if (parser.isSet(name("projects")) || parser.isSet(name("buckets")))
        return World::withProjects(projects, buckets);
    return parser.value(name("world")) == name("troubled") ? World::troubled() : sample::world();
}

} // namespace

tl::expected<CommandLine, QString> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(QStringLiteral("Arguments without an option are not known."));
    if (parser.isSet(name("certificate")) != parser.isSet(name("key")))
        return tl::unexpected(QStringLiteral("--certificate and --key go together."));
    if (parser.isSet(name("shift")) && !ListShift::kindNamed(parser.value(name("shift"))))
        return tl::unexpected(QStringLiteral("--shift is one of insert, remove, swap."));
    if (!isWorld(parser.value(name("world"))))
        return tl::unexpected(QStringLiteral("--world is one of sample, troubled."));
    NumberReader numbers(parser);
    CommandLine line = read(parser, numbers);
    line.world = worldFor(parser, numbers);
    if (!numbers.problem().isEmpty())
        return tl::unexpected(numbers.problem());
    return line;
}

QString CommandLine::help()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace atlassim
