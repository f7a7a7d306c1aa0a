package io.patchbay.bench.measure;

import java.util.ArrayList;
import java.util.List;

/** One line over numbers from zero, as a small SVG picture that needs no style sheet. */
public final class Plot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 240;
    private static final int LEFT = 60;
    private static final int BOTTOM = 40;
    private static final int MARGIN = 12;
    private static final int MARKS = 4;

    private final String across;
    private final String up;
    private final List<Point> points = new ArrayList<>();

    private record Point(double x, double y) {}

    public Plot(String across, String up) {
        this.across = across;
        this.up = up;
    }

    public void add(double x, double y) {
        points.add(new Point(x, y));
    }

    public String svg() {
        double mostX = points.stream().mapToDouble(Point::x).max().orElse(1);
        double mostY = ceiling(points.stream().mapToDouble(Point::y).max().orElse(1));
        var svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="11">
                <rect width="100%%" height="100%%" fill="white"/>
                """
                        .formatted(WIDTH, HEIGHT));
        for (int mark = 0; mark <= MARKS; mark++) {
            double x = mostX * mark / MARKS;
            double y = mostY * mark / MARKS;
            svg.append(
                    line(
                            "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%,.0f</text>",
                            placeX(x, mostX), HEIGHT - BOTTOM + 15, x));
            svg.append(
                    line(
                            "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%,.0f</text>",
                            LEFT - 5, placeY(y, mostY) + 4, y));
            svg.append(
                    line(
                            "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>",
                            LEFT, placeY(y, mostY), WIDTH - MARGIN));
        }
        svg.append("<polyline fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"1.5\" points=\"");
        for (var point : points) {
            svg.append("%.1f,%.1f ".formatted(placeX(point.x, mostX), placeY(point.y, mostY)));
        }
        svg.append("\"/>\n");
        svg.append(
                line(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                        WIDTH - MARGIN, HEIGHT - 6, across));
        svg.append(line("<text x=\"%d\" y=\"%d\">%s</text>", LEFT + 5, MARGIN + 10, up));
        return svg.append("</svg>\n").toString();
    }

    private static String line(String format, Object... values) {
        return format.formatted(values) + "\n";
    }

    private static double placeX(double x, double most) {
        return LEFT + x / most * (WIDTH - LEFT - MARGIN);
    }

    private static double placeY(double y, double most) {
        return HEIGHT - BOTTOM - y / most * (HEIGHT - BOTTOM - MARGIN);
    }

    /** The next number that reads well: 1, 2 or 5 with zeros. */
    private static double ceiling(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= most) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
